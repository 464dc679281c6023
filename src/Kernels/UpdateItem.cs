using Gpu.Kernels.Functors;

namespace Gpu.Kernels;

/// <summary>One tensor of an optimizer's step. All operands are contiguous, have the same sizes and dtype, and share no memory, unless the gradient is the parameter.</summary>
/// <param name="Op">The formula, with the settings for this tensor.</param>
/// <param name="Parameter">Changed in place.</param>
/// <param name="Gradient">Read.</param>
/// <param name="First">Changed in place; like the next two not looked at where the formula has fewer slots.</param>
/// <param name="Second">Changed in place.</param>
/// <param name="Third">Changed in place.</param>
/// <typeparam name="TOp">The formula.</typeparam>
public readonly record struct UpdateItem<TOp>(TOp Op, Operand Parameter, Operand Gradient, Operand First, Operand Second, Operand Third) where TOp : unmanaged, IUpdate;
