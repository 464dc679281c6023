"""Writes operations.json: values and gradients of tensor operations, computed by PyTorch in float64.

    /usr/bin/python3 operations.py > operations.json      (PyTorch 1.13)

Each case has inputs, the output, a weight of the output's shape, and the gradient of sum(output * weight) by every input.
"""
import json
import numpy
import torch
import torch.nn.functional as F

random = numpy.random.RandomState(7)


def real(*shape, low=-2.0, high=2.0):
    return numpy.round(random.uniform(low, high, shape), 3)


def positive(*shape):
    return real(*shape, low=0.2, high=3.0)


def inside(*shape):
    return real(*shape, low=-0.9, high=0.9)


def spread(*shape):
    """Draws nothing, so that the numbers of the other cases stay."""
    return numpy.round(numpy.sin(numpy.arange(1.0, 1.0 + numpy.prod(shape))).reshape(shape), 3)


x = real(3, 4)
cases = {
    "add": ([real(3, 4), real(3, 4)], lambda a, b: a + b),
    "add_broadcast": ([real(3, 1), real(4)], lambda a, b: a + b),
    "add_number": ([x], lambda a: a + 1.5),
    "number_minus": ([x], lambda a: 1.5 - a),
    "sub": ([real(2, 3), real(2, 1)], lambda a, b: a - b),
    "mul": ([real(2, 3), real(3)], lambda a, b: a * b),
    "mul_zero_dim": ([real(), real(2, 3)], lambda a, b: a * b),
    "mul_number": ([x], lambda a: a * -2.5),
    "div": ([real(2, 3), positive(2, 3)], lambda a, b: a / b),
    "div_number": ([x], lambda a: a / 3.0),
    "number_div": ([positive(5)], lambda a: 2.0 / a),
    "neg": ([x], lambda a: -a),
    "pow_2": ([x], lambda a: a ** 2),
    "pow_3": ([x], lambda a: a ** 3),
    "pow_half": ([positive(5)], lambda a: a ** 0.5),
    "pow_minus_1": ([positive(5)], lambda a: a ** -1.0),
    "pow_2_7": ([positive(5)], lambda a: a ** 2.7),
    "pow_0": ([numpy.array([0.0, 5.0])], lambda a: a ** 0),
    "pow_tensor": ([positive(3, 2), real(2)], lambda a, b: a ** b),
    "pow_zero_base": ([numpy.array([0.0, 2.0]), numpy.array([1.0, 3.0])], lambda a, b: a ** b),
    "maximum": ([numpy.array([1.0, 2.0, 3.0]), numpy.array([2.0, 2.0, 1.0])], torch.maximum),
    "minimum": ([numpy.array([1.0, 2.0, 3.0]), numpy.array([2.0, 2.0, 1.0])], torch.minimum),
    "atan2": ([real(6), real(6)], torch.atan2),
    "sqrt": ([positive(5)], torch.sqrt),
    "rsqrt": ([positive(5)], torch.rsqrt),
    "reciprocal": ([positive(5)], torch.reciprocal),
    "exp": ([x], torch.exp),
    "expm1": ([x], torch.expm1),
    "log": ([positive(5)], torch.log),
    "log1p": ([inside(5)], torch.log1p),
    "log2": ([positive(5)], torch.log2),
    "log10": ([positive(5)], torch.log10),
    "sin": ([x], torch.sin),
    "cos": ([x], torch.cos),
    "tan": ([inside(5)], torch.tan),
    "asin": ([inside(5)], torch.asin),
    "acos": ([inside(5)], torch.acos),
    "atan": ([x], torch.atan),
    "sinh": ([x], torch.sinh),
    "cosh": ([x], torch.cosh),
    "tanh": ([x], torch.tanh),
    "erf": ([x], torch.erf),
    "sigmoid": ([numpy.array([-100.0, -3.0, 0.0, 0.5, 100.0])], torch.sigmoid),
    "log_sigmoid": ([numpy.array([-100.0, -3.0, 0.0, 0.5, 100.0])], F.logsigmoid),
    "softplus": ([numpy.array([-15.0, -3.0, 0.0, 0.5, 15.0])], F.softplus),
    "silu": ([x], F.silu),
    "gelu": ([x], F.gelu),
    "gelu_tanh": ([x], lambda a: F.gelu(a, approximate="tanh")),
    "relu": ([numpy.array([-1.0, 0.0, 2.0])], torch.relu),
    "leaky_relu": ([numpy.array([-1.0, 0.5, 2.0])], lambda a: F.leaky_relu(a, 0.1)),
    "elu": ([numpy.array([-100.0, -1.0, 0.5, 2.0])], F.elu),
    "abs": ([numpy.array([-1.0, 0.0, 2.0])], torch.abs),
    "sign": ([x], torch.sign),
    "square": ([x], torch.square),
    "floor": ([x], torch.floor),
    "clamp": ([numpy.array([-2.0, -1.0, 0.3, 1.0, 2.0])], lambda a: a.clamp(-1, 1)),
    "clamp_min": ([numpy.array([-2.0, -1.0, 0.3])], lambda a: a.clamp(min=-1)),
    "where": ([real(2, 3), real(3)], lambda a, b: torch.where(a > 0, a, b)),
    "sum": ([real(2, 3)], lambda a: a.sum()),
    "sum_dim": ([real(2, 3, 4)], lambda a: a.sum(1)),
    "sum_dims_keep": ([real(2, 3, 4)], lambda a: a.sum((0, 2), keepdim=True)),
    "mean": ([real(2, 3)], lambda a: a.mean()),
    "mean_dim": ([real(2, 3, 4)], lambda a: a.mean(-1)),
    "max": ([numpy.array([[1.0, 5.0], [5.0, 2.0]])], lambda a: a.max()),
    "min": ([real(2, 3)], lambda a: a.min()),
    "max_dim": ([numpy.array([[1.0, 5.0, 5.0], [4.0, 4.0, 2.0]])], lambda a: a.max(1)[0]),
    "min_dim": ([real(3, 4)], lambda a: a.min(0)[0]),
    "amax": ([numpy.array([[1.0, 5.0, 5.0], [4.0, 4.0, 2.0]])], lambda a: a.amax(1)),
    "amin": ([real(2, 3, 4)], lambda a: a.amin((0, 2))),
    "prod": ([real(5)], lambda a: a.prod()),
    "prod_one_zero": ([numpy.array([2.0, 0.0, 3.0])], lambda a: a.prod()),
    "prod_two_zeros": ([numpy.array([0.0, 0.0, 3.0])], lambda a: a.prod()),
    "prod_dim": ([real(2, 5, 3)], lambda a: a.prod(1)),
    "var": ([real(2, 5)], lambda a: a.var()),
    "var_dim": ([real(3, 5)], lambda a: a.var(1, unbiased=False)),
    "std": ([real(3, 5)], lambda a: a.std(0)),
    "norm": ([real(3, 5)], lambda a: a.norm()),
    "norm_zero": ([numpy.zeros(3)], lambda a: a.norm()),
    "logsumexp": ([real(3, 5, low=-50, high=50)], lambda a: a.logsumexp(1)),
    "softmax": ([real(3, 5)], lambda a: a.softmax(1)),
    "softmax_first": ([real(3, 5)], lambda a: a.softmax(0)),
    "log_softmax": ([real(3, 5, low=-20, high=20)], lambda a: a.log_softmax(-1)),
    "matmul": ([real(3, 4), real(4, 2)], torch.matmul),
    "matmul_transposed": ([real(3, 4), real(2, 4)], lambda a, b: a @ b.t()),
    "matmul_vector": ([real(3, 4), real(4)], torch.matmul),
    "matmul_vector_left": ([real(4), real(4, 3)], torch.matmul),
    "matmul_vectors": ([real(4), real(4)], torch.matmul),
    "matmul_batch": ([real(2, 3, 4), real(2, 4, 5)], torch.matmul),
    "matmul_batch_shared": ([real(2, 3, 4), real(4, 5)], torch.matmul),
    "matmul_batch_left": ([real(3, 4), real(2, 4, 5)], torch.matmul),
    "matmul_batch_broadcast": ([real(2, 1, 3, 4), real(3, 4, 2)], torch.matmul),
    "reshape": ([real(2, 6)], lambda a: a.t().reshape(3, 4) * 2),
    "flatten": ([real(2, 3, 4)], lambda a: a.flatten(1) * 2),
    "transpose": ([real(2, 3, 4)], lambda a: a.transpose(0, 2) * 2),
    "permute": ([real(2, 3, 4)], lambda a: a.permute(2, 0, 1) * 2),
    "expand": ([real(1, 3)], lambda a: a.expand(4, 3)),
    "narrow": ([real(5, 3)], lambda a: a.narrow(0, 1, 3)),
    "select": ([real(5, 3)], lambda a: a.select(1, -1)),
    "index_slices": ([real(5, 4)], lambda a: a[1:4, ::2]),
    "split": ([real(4)], lambda a: a.split([1, 1, 2])[1]),
    "unbind": ([real(3, 2)], lambda a: a.unbind(0)[2]),
    "squeeze": ([real(3, 1, 2)], lambda a: a.squeeze(1).unsqueeze(0)),
    "cat": ([real(2, 3), real(1, 3)], lambda a, b: torch.cat([a, b, a], 0)),
    "stack": ([real(2, 3), real(2, 3)], lambda a, b: torch.stack([a, b, a], -1)),
    "index_select": ([real(4, 3)], lambda a: a.index_select(0, torch.tensor([1, 1, 3]))),
    "index_rows": ([real(4, 3)], lambda a: a[torch.tensor([[1, 1], [3, -4]])]),
    "gather": ([real(3, 4)], lambda a: a.gather(1, torch.tensor([[0, 0], [3, 1]]))),
    "scatter_add": ([real(3, 4), real(2, 3)], lambda a, b: a.scatter_add(1, torch.tensor([[0, 0, 3], [1, 2, 1]]), b)),
    "masked_fill": ([real(3, 4)], lambda a: a.masked_fill(a > 0.5, 9.0)),
    "masked_select": ([real(3, 4)], lambda a: a[a > 0.1]),
    "clone": ([real(3, 4)], lambda a: a.t().contiguous()),
    "squared_difference": ([real(3), real(2, 3)], lambda a, b: (a - b) ** 2),
    "addmm": ([spread(2), spread(3, 4), spread(4, 2)], torch.addmm),
    "addmm_column": ([spread(3, 1), spread(3, 4), spread(4, 2)], torch.addmm),
}


def flat(t):
    return {"shape": list(t.shape), "values": t.detach().contiguous().reshape(-1).tolist()}


result = {}
for name, (arrays, function) in cases.items():
    inputs = [torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in arrays]
    output = function(*inputs)
    weight = torch.tensor(numpy.round(random.uniform(-1, 1, tuple(output.shape)), 3), dtype=torch.float64)
    gradients = torch.autograd.grad(output, inputs, weight)
    result[name] = {
        "inputs": [flat(t) for t in inputs],
        "output": flat(output),
        "weight": flat(weight),
        "gradients": [flat(t) for t in gradients],
    }
print("{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in result.items()) + "\n}")
