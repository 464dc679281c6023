using System.Text;
using ILGPU.Compiler.Ir;

namespace ILGPU.Compiler.Printing;

/// <summary>The function of checked mode that tells whether an index is inside a view and notes the first that is not (<see cref="AccessLog"/>).</summary>
internal static class CheckPrelude
{
    public const string Function = "il_check";

    public static void Append(StringBuilder text, string body, Dialect dialect)
    {
        if (!body.Contains(Function + "(", StringComparison.Ordinal)) return;
        string global = dialect.Space(AddressSpace.Global);
        string place = string.Join(", ", Enumerable.Range(0, 3).Select(dialect.GroupIndex).Concat(Enumerable.Range(0, 3).Select(dialect.ItemIndex)));
        text.Append(dialect.FunctionQualifiers).Append($$"""
            i32 {{Function}}({{global}}u8* log, i32 site, i64 address, i32 space, i64 at, i64 x, i64 extentX, i64 y, i64 extentY, i64 z, i64 extentZ, i64 length) {
                if ((u64)at < (u64)length && (u64)x < (u64)extentX && (u64)y < (u64)extentY && (u64)z < (u64)extentZ) return 1;
                if ({{dialect.CompareExchange($"({global}i32*)log", "0", "1")}} == 0) {
                    {{global}}i32* head = ({{global}}i32*)log;
                    {{global}}i64* wide = ({{global}}i64*)(log + 16);
                    head[2] = site; head[3] = space;
                    wide[0] = address; wide[1] = at; wide[2] = length;
                    wide[3] = x; wide[4] = extentX; wide[5] = y; wide[6] = extentY; wide[7] = z; wide[8] = extentZ;
                    i32 place[6] = { {{place}} };
                    for (i32 i = 0; i < 6; i++) head[22 + i] = place[i];
                }
                return 0;
            }

            """);
    }
}
