namespace ILGPU.Algorithms;

/// <content>Constants in 32 bits, and in 64 bits with a D at the end, and what converts with them.</content>
public static partial class XMath
{
    /// <summary>e.</summary>
    public const float E = 2.71828182f;

    /// <summary>e.</summary>
    public const double ED = Math.E;

    /// <summary>log2 e.</summary>
    public const float Log2E = 1.44269504f;

    /// <summary>log2 e.</summary>
    public const double Log2ED = 1.4426950408889634;

    /// <summary>1 / log2 e.</summary>
    public const float OneOverLog2E = 1.0f / Log2E;

    /// <summary>1 / log2 e.</summary>
    public const double OneOverLog2ED = 1.0 / Log2ED;

    /// <summary>log10 e.</summary>
    public const float Log10E = 0.43429448f;

    /// <summary>log10 e.</summary>
    public const double Log10ED = 0.4342944819032518;

    /// <summary>ln 2.</summary>
    public const float Ln2 = 0.69314718f;

    /// <summary>ln 2.</summary>
    public const double Ln2D = 0.6931471805599453;

    /// <summary>1 / ln 2.</summary>
    public const float OneOverLn2 = 1.0f / Ln2;

    /// <summary>1 / ln 2.</summary>
    public const double OneOverLn2D = 1.0 / Ln2D;

    /// <summary>ln 10.</summary>
    public const float Ln10 = 2.30258509f;

    /// <summary>ln 10.</summary>
    public const double Ln10D = 2.302585092994046;

    /// <summary>1 / ln 10.</summary>
    public const float OneOverLn10 = 1.0f / Ln10;

    /// <summary>1 / ln 10.</summary>
    public const double OneOverLn10D = 1.0 / Ln10D;

    /// <summary>pi.</summary>
    public const float PI = 3.14159265f;

    /// <summary>pi.</summary>
    public const double PID = Math.PI;

    /// <summary>pi / 2.</summary>
    public const float PIHalf = PI / 2.0f;

    /// <summary>pi / 2.</summary>
    public const double PIHalfD = PID / 2.0;

    /// <summary>pi / 4.</summary>
    public const float PIFourth = PI / 4.0f;

    /// <summary>pi / 4.</summary>
    public const double PIFourthD = PID / 4.0;

    /// <summary>1 / pi.</summary>
    public const float OneOverPI = 1.0f / PI;

    /// <summary>2 / pi.</summary>
    public const float TwoOverPI = 2.0f / PI;

    /// <summary>sqrt 2.</summary>
    public const float Sqrt2 = 1.41421356f;

    /// <summary>1 / sqrt 2.</summary>
    public const float OneOverSqrt2 = 1.0f / Sqrt2;

    /// <summary>1 / 3.</summary>
    public const float OneThird = 1.0f / 3.0f;

    /// <summary>Radians of degrees: x * pi / 180.</summary>
    public static float DegToRad(float degrees) => degrees * (PI / 180.0f);

    /// <summary>Degrees of radians: x * 180 / pi.</summary>
    public static float RadToDeg(float radians) => radians * (180.0f / PI);

    /// <summary>Radians of degrees: x * pi / 180.</summary>
    public static double DegToRad(double degrees) => degrees * (PID / 180.0);

    /// <summary>Degrees of radians: x * 180 / pi.</summary>
    public static double RadToDeg(double radians) => radians * (180.0 / PID);
}
