namespace ILGPU;

/// <content>The names under which earlier programs know the functions of bits.</content>
public static partial class IntrinsicMath
{
    /// <summary>Functions of bits: those of <see cref="IntrinsicMath"/>.</summary>
    public static class BitOperations
    {
        /// <summary>The number of bits that are set.</summary>
        public static int PopCount(int value) => IntrinsicMath.PopCount(value);

        /// <summary>The number of bits that are set.</summary>
        public static int PopCount(uint value) => IntrinsicMath.PopCount(value);

        /// <summary>The number of bits that are set.</summary>
        public static int PopCount(long value) => IntrinsicMath.PopCount(value);

        /// <summary>The number of bits that are set.</summary>
        public static int PopCount(ulong value) => IntrinsicMath.PopCount(value);

        /// <summary>The number of zeros above the highest bit that is set.</summary>
        public static int LeadingZeroCount(int value) => IntrinsicMath.LeadingZeroCount(value);

        /// <summary>The number of zeros above the highest bit that is set.</summary>
        public static int LeadingZeroCount(uint value) => IntrinsicMath.LeadingZeroCount(value);

        /// <summary>The number of zeros above the highest bit that is set.</summary>
        public static int LeadingZeroCount(long value) => IntrinsicMath.LeadingZeroCount(value);

        /// <summary>The number of zeros above the highest bit that is set.</summary>
        public static int LeadingZeroCount(ulong value) => IntrinsicMath.LeadingZeroCount(value);

        /// <summary>The number of zeros below the lowest bit that is set.</summary>
        public static int TrailingZeroCount(int value) => IntrinsicMath.TrailingZeroCount(value);

        /// <summary>The number of zeros below the lowest bit that is set.</summary>
        public static int TrailingZeroCount(uint value) => IntrinsicMath.TrailingZeroCount(value);

        /// <summary>The number of zeros below the lowest bit that is set.</summary>
        public static int TrailingZeroCount(long value) => IntrinsicMath.TrailingZeroCount(value);

        /// <summary>The number of zeros below the lowest bit that is set.</summary>
        public static int TrailingZeroCount(ulong value) => IntrinsicMath.TrailingZeroCount(value);
    }
}
