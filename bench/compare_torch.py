"""PyTorch's side of bench/compare. It answers the same requests as bench/Compare, and each row does the same work on the same numbers."""

import gc
import sys
import time

import torch
import torch.nn.functional as functional
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

CALLS_BEFORE_CHECK = 3


# Inputs: multiples of 1/512 and 1/1024, which float32 holds. Inputs.cs has the same formulas.

def table(salt, shape, step, first):
    count = 1
    for size in shape:
        count *= size
    k = (torch.arange(count, dtype=torch.int64) * 7919 + salt * 104729) % 1009
    return (k.float() * step + first).reshape(shape)


def values(salt, *shape):
    return table(salt, shape, 1 / 512, -1)


def probabilities(salt, *shape):
    return table(salt, shape, 1 / 1024, 1 / 1024)


def learned(salt, *shape):
    return values(salt, *shape).requires_grad_()


def layer(inputs, outputs, salt, scale=0.5, bias=True):
    made = nn.Linear(inputs, outputs, bias=bias)
    with torch.no_grad():
        made.weight.copy_(values(salt, outputs, inputs) * scale)
        if bias:
            made.bias.copy_(values(salt + 1, outputs) * scale)
    return made


def sizes(text):
    return [int(part) for part in text.split("x")]


def in_mode(mode, forward, *inputs):
    if mode == "forward":
        return forward
    if mode != "forward+backward":
        raise ValueError(f"A row ends in 'forward' or 'forward+backward', not '{mode}'.")
    with torch.no_grad():
        ones = torch.ones_like(forward())
    for x in inputs:
        x.requires_grad_()

    def step():
        for x in inputs:
            x.grad = None
        forward().backward(ones)
        return inputs[0].grad
    return step


# Matrix products.

def product(shape, form):
    *batch, m, k, n = sizes(shape)
    a, b = operand(1, batch, m, k, form[0]), operand(2, batch, k, n, form[1])
    return lambda: a.matmul(b)


def matvec(shape, form):
    m, k = sizes(shape)
    a, b = operand(1, [], m, k, form[0]), values(2, k)
    return lambda: a.matmul(b)


def operand(salt, batch, rows, columns, form):
    if form == "t":
        return values(salt, *batch, columns, rows).transpose(-1, -2)
    return values(salt, *batch, rows, columns)


# Elementwise operations.

def shapes(count, form):
    n = int(float(count))
    columns = min(1000, n // 10)
    return ([n // columns, columns], [columns]) if form == "broadcast" else ([n], [n])


def unary(op):
    def build(count, form, mode):
        full, row = shapes(count, form)
        x = values(1, *row)
        return in_mode(mode, lambda: op(x.expand(full)), x)
    return build


def binary(op):
    def build(count, form, mode):
        full, row = shapes(count, form)
        x, b = values(1, *full), values(2, *row)
        return in_mode(mode, lambda: op(x, b), x, b)
    return build


# Reductions.

def reduction(op):
    def build(shape, mode):
        x = values(1, *sizes(shape))
        return in_mode(mode, lambda: op(x), x)
    return build


def loss_of(op):
    def build(shape, mode):
        x, target = probabilities(1, *sizes(shape)), probabilities(2, *sizes(shape))
        return in_mode(mode, lambda: op(x, target), x)
    return build


# Steps of small models.

def line():
    x, y, a, b = values(1, 5), values(2, 5), learned(3), learned(4)

    def step():
        loss = (a * x + b - y).square().sum()
        a.grad = b.grad = None
        loss.backward()
        with torch.no_grad():
            a.sub_(a.grad * 1e-3)
            b.sub_(b.grad * 1e-3)
        return loss
    return step


def logistic_parts():
    x, y = values(1, 200, 2), (values(2, 200) > 0).float()
    model = nn.Sequential(layer(2, 1, 3), nn.Sigmoid())
    return x, y, model, torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)


def logistic():
    x, y, model, optimizer = logistic_parts()

    def step():
        loss = functional.binary_cross_entropy(model(x).squeeze(), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        return loss
    return step


def descent(forward, optimizer):
    def step():
        loss = forward()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        return loss
    return step


def mlp():
    x, y = values(1, 16, 1), values(2, 16, 1)
    model = nn.Sequential(layer(1, 16, 3), nn.Tanh(), layer(16, 1, 5))
    return descent(lambda: functional.mse_loss(model(x), y), torch.optim.SGD(model.parameters(), lr=0.01))


# What each tutorial repeats.

SAMPLES = [(1.0, 2.0), (2.0, 4.0), (3.0, 6.0)]


def samples():
    return torch.tensor([1.0, 2.0, 3.0], dtype=torch.float64), torch.tensor([2.0, 4.0, 6.0], dtype=torch.float64)


def start(value):
    return torch.tensor(value, dtype=torch.float32, requires_grad=True)


def loss_curve():
    x, y = samples()
    w = torch.linspace(0, 4, 41, dtype=torch.float64)
    return lambda: w[int((w.unsqueeze(1) * x - y).square().mean(dim=1).argmin().item())]


def gradient_descent():
    x, y = samples()
    w = torch.tensor(1.0, dtype=torch.float64)

    def step():
        residual = x * w - y
        cost = residual.square().mean()
        w.sub_(0.01 * (2 * x * residual).mean())
        return cost
    return step


def stochastic_gradient_descent():
    w = torch.tensor(1.0, dtype=torch.float64)

    def step():
        for x, y in SAMPLES:
            w.sub_(0.01 * (2 * x * (w * x - y)))
        return w
    return step


def tensor_backward():
    w = torch.tensor([1.0], requires_grad=True)

    def step():
        for x, y in SAMPLES:
            loss = (w * x - y).pow(2)
            loss.backward()
            with torch.no_grad():
                w.sub_(0.01 * w.grad)
            w.grad.zero_()
        return w
    return step


def linear_module():
    x, y = torch.tensor([[1.0], [2.0], [3.0]]), torch.tensor([[2.0], [4.0], [6.0]])
    model, criterion = layer(1, 1, 1), nn.MSELoss(reduction="sum")
    return descent(lambda: criterion(model(x), y), torch.optim.SGD(model.parameters(), lr=0.01))


def line_data():
    x = torch.arange(1, 100, 2)
    return x, x * 2 + 10


def linear_two_parameters():
    loader = DataLoader(TensorDataset(*line_data()), batch_size=5)
    a, b, total = start(20.0), start(30.0), torch.zeros([])

    def step():
        total.zero_()
        for xs, ys in loader:
            loss = (a * xs + b - ys).pow(2).sum() / 2
            total.add_(loss.detach())
            a.grad = b.grad = None
            loss.backward()
            with torch.no_grad():
                a.sub_(a.grad * 1e-4)
                b.sub_(b.grad * 1e-3)
        return total
    return step


def two_layer_chain_rule():
    x, y = line_data()
    xs, ys = x[:5], y[:5]
    a1, b1, a2, b2 = start(20.0), start(30.0), start(20.0), start(30.0)

    def step():
        a1.grad = b1.grad = a2.grad = b2.grad = None
        hidden = a1 * xs + b1
        predicted = a2 * hidden + b2
        ((predicted - ys).pow(2).sum() / 2).backward()
        with torch.no_grad():
            residual = predicted - ys
            hidden_gradient = a2 * residual
            return (residual * hidden).sum() + residual.sum() + (xs * hidden_gradient).sum() + hidden_gradient.sum()
    return step


def three_layer_manual_gradient():
    xs, ys = values(1, 5, 2), values(2, 5)
    a1, b1, a2, b2 = learned(3, 2, 2), learned(4, 1, 2), learned(5, 2, 2), learned(6, 1, 2)
    a3, b3 = learned(7, 2, 1), learned(8, 1)
    parameters = [a1, b1, a2, b2, a3, b3]

    def backward(x, output_gradient, weight):
        return weight.matmul(output_gradient.unsqueeze(2)).squeeze(2), x.unsqueeze(2).matmul(output_gradient.unsqueeze(1))

    def step():
        for parameter in parameters:
            parameter.grad = None
        out1 = xs.matmul(a1) + b1
        out2 = out1.matmul(a2) + b2
        output = (out2.matmul(a3) + b3).squeeze()
        ((output - ys).pow(2).sum().pow(2) / 2).backward()
        with torch.no_grad():
            residual = output - ys
            gradient3 = (residual.pow(2).sum() * 2 * residual).unsqueeze(1)
            gradient2, weight3 = backward(out2, gradient3, a3)
            gradient1, weight2 = backward(out1, gradient2, a2)
            _, weight1 = backward(xs, gradient1, a1)
            return weight1.sum(dim=0).sum() + weight2.sum(dim=0).sum() + weight3.sum(dim=0).sum()
    return step


def sequential_adam():
    loader = DataLoader(TensorDataset(values(1, 100, 2), values(2, 100)), batch_size=5)
    model = nn.Sequential(layer(2, 2, 3), layer(2, 2, 5), layer(2, 1, 7))
    optimizer, criterion, total = torch.optim.Adam(model.parameters(), lr=1e-2), nn.MSELoss(), torch.zeros([])

    def step():
        total.zero_()
        for xs, ys in loader:
            outputs = model(xs)
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(outputs.squeeze(), ys)
            loss.backward()
            optimizer.step()
            total.add_(loss.detach())
        return total
    return step


def autograd_basics():
    weights = torch.tensor([1.0, 2.0])

    def graph():
        w, x = torch.tensor([1.0], requires_grad=True), torch.tensor([2.0], requires_grad=True)
        return w, w + x, w + 1

    def step():
        w, a, b = graph()
        y = a * b
        y.backward(retain_graph=True)
        w.grad = None
        y.backward()

        w, a, b = graph()
        torch.cat([a * b, a + b], dim=0).backward(gradient=weights)

        x = torch.tensor([3.0], requires_grad=True)
        first, = torch.autograd.grad(x.pow(2), x, create_graph=True)
        second, = torch.autograd.grad(first, x)

        for _ in range(4):
            ((w + x) * (w + 1)).backward()
        return w.grad + second
    return step


def logistic_regression():
    x, y, model, optimizer = logistic_parts()
    criterion = nn.BCELoss()

    def step():
        for iteration in range(20):
            p = model(x).squeeze()
            error = criterion(p, y)
            error.backward()
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            if iteration == 0:
                (p.ge(0.5).float().eq(y)).sum().item() / y.numel()
                error.item()
        return error
    return step


def sigmoid_mse():
    xs, ys = torch.tensor([[-0.5, 0.1, 1.1]]), torch.tensor([[0.1, 0.2, 9.9]])
    model = layer(3, 3, 1, bias=False)
    return descent(lambda: functional.mse_loss(model(xs).sigmoid(), ys), torch.optim.Adam(model.parameters()))


def mean_backward():
    a = torch.tensor([2.0, 3.0], requires_grad=True)

    def step():
        a.grad = None
        b = a + 3
        (b * b * 3).mean().backward()
        return a.grad
    return step


def mlp_input_gradient():
    one = nn.Sequential(layer(1, 2, 1), layer(2, 1, 3))
    two = nn.Sequential(layer(2, 2, 5), layer(2, 1, 7))
    input1, input2 = torch.tensor([[2.0]], requires_grad=True), torch.tensor([[2.0, 3.0]], requires_grad=True)

    def step():
        one.zero_grad(set_to_none=True)
        two.zero_grad(set_to_none=True)
        input1.grad = input2.grad = None
        one(input1).backward()
        two(input2).backward()
        return input1.grad.sum() + input2.grad.sum()
    return step


# Training steps whose work is in the kernels.

def classifier(method):
    x = values(1, 64, 784)
    target = torch.zeros(64, 10)
    for i in range(64):
        target[i, i % 10] = 1
    model = nn.Sequential(layer(784, 256, 3, 1 / 32), nn.ReLU(), layer(256, 10, 5, 1 / 16))
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-4) if method == "adam" else torch.optim.SGD(model.parameters(), lr=1e-3)
    return descent(lambda: -(model(x).log_softmax(1) * target).sum() / 64, optimizer)


def adam(shape):
    parameter = learned(1, *sizes(shape))
    parameter.grad = values(2, *sizes(shape))
    optimizer = torch.optim.Adam([parameter])

    def step():
        optimizer.step()
        return parameter
    return step


BUILDERS = {
    "matmul": product,
    "batched": product,
    "matvec": matvec,
    "sigmoid": unary(torch.sigmoid),
    "tanh": unary(torch.tanh),
    "exp": unary(torch.exp),
    "add": binary(lambda x, b: x + b),
    "mul": binary(lambda x, b: x * b),
    "chain2": binary(lambda x, b: (x * b).sigmoid()),
    "chain4": binary(lambda x, b: (x * b + b).sigmoid() * x),
    "chain8": binary(lambda x, b: (((x * b + b).sigmoid() * x - b).tanh() + x).exp()),
    "sum-all": reduction(lambda x: x.sum()),
    "sum-last": reduction(lambda x: x.sum(1)),
    "sum-first": reduction(lambda x: x.sum(0)),
    "mean": reduction(lambda x: x.mean()),
    "max": reduction(lambda x: x.max()),
    "argmax": reduction(lambda x: x.argmax(1)),
    "softmax": reduction(lambda x: x.softmax(1)),
    "log-softmax": reduction(lambda x: x.log_softmax(1)),
    "mse": loss_of(functional.mse_loss),
    "bce": loss_of(functional.binary_cross_entropy),
    "line": line,
    "logistic": logistic,
    "mlp-1-16-1": mlp,
    "loss-curve": loss_curve,
    "gradient-descent": gradient_descent,
    "stochastic-gradient-descent": stochastic_gradient_descent,
    "tensor-backward": tensor_backward,
    "linear-module": linear_module,
    "linear-two-parameters": linear_two_parameters,
    "two-layer-chain-rule": two_layer_chain_rule,
    "three-layer-manual-gradient": three_layer_manual_gradient,
    "sequential-adam": sequential_adam,
    "autograd-basics": autograd_basics,
    "logistic-regression": logistic_regression,
    "sigmoid-mse-3x3": sigmoid_mse,
    "mean-backward": mean_backward,
    "mlp-input-gradient": mlp_input_gradient,
    "mlp-784-256-10": classifier,
    "adam": adam,
}


def check(step):
    for _ in range(CALLS_BEFORE_CHECK - 1):
        step()
    return step().detach().double().abs().mean().item()


def measure(step, calls):
    begin = time.perf_counter()
    for _ in range(calls):
        step()
    return (time.perf_counter() - begin) * 1e6 / calls


def main():
    torch.set_num_threads(int(sys.argv[1]))
    if sys.argv[2:] == ["--start"]:
        mlp()()
        print("trained", flush=True)
        return
    step = None
    for request in sys.stdin:
        try:
            word, *arguments = request.split()
            if word == "prepare":
                step = None
                gc.collect()
                step = BUILDERS[arguments[0]](*arguments[1:])
                print(f"ok {check(step)!r}", flush=True)
            else:
                print(f"{measure(step, int(arguments[0])):.4f}", flush=True)
        except Exception as problem:  # The other side of the pipe decides; the next row may work.
            print(f"error {type(problem).__name__}: {' '.join(str(problem).split())}", flush=True)


if __name__ == "__main__":
    main()
