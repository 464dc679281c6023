using System.Diagnostics;

namespace Gpu.Handwritten;

/// <summary>Times of several sides that take turns, so that what else the machine does meets all alike.</summary>
internal static class Rounds
{
    /// <summary>Gives the shortest round instead of the median: of use where others keep the machine busy.</summary>
    public static bool Shortest { get; set; }

    /// <summary>The median seconds of each side. A side's turn is over when its work is done.</summary>
    public static double[] InTurn(int rounds, params Action[] sides)
    {
        var times = sides.Select(_ => new double[rounds]).ToArray();
        // The first turns compile.
        foreach (var side in sides)
            for (int i = 0; i < 2; i++) side();
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < sides.Length; turn++)
            {
                // Nobody is always behind the same neighbour, whose data then fill the caches.
                int side = (round + turn) % sides.Length;
                long start = Stopwatch.GetTimestamp();
                sides[side]();
                times[side][round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }
        }
        return [.. times.Select(Pick)];
    }

    private static double Pick(double[] times)
    {
        Array.Sort(times);
        return Shortest ? times[0] : times[times.Length / 2];
    }
}
