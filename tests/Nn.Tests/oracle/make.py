"""Writes oracle.json: what PyTorch 1.13 computes for the layers, losses and optimizers of src/Nn.

    python3 make.py > oracle.json
"""

import json
import random

import torch

random.seed(7)
torch.set_default_dtype(torch.float64)


def numbers(*shape, low=-2.0, high=2.0):
    """Short decimals, so that float32 and float64 runs start from nearly the same values."""
    count = 1
    for size in shape:
        count *= size
    return torch.tensor([round(random.uniform(low, high), 4) for _ in range(count)]).reshape(shape)


def flat(tensor):
    return tensor.detach().flatten().tolist()


def optimizer_case(name, make, **options):
    start = numbers(2, 3)
    parameter = start.clone().requires_grad_()
    optimizer = make([parameter], **options)
    gradients, values = [], []
    for step in range(6):
        # The third step has no gradient: the parameter must stay, and momentum must not move it.
        gradient = None if step == 2 else numbers(2, 3, low=-1, high=1)
        parameter.grad = gradient
        optimizer.step()
        gradients.append(None if gradient is None else flat(gradient))
        values.append(flat(parameter))
    return {"name": name, "kind": make.__name__, "options": options, "start": flat(start), "gradients": gradients, "values": values}


def optimizers():
    sgd, adam, adamw = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW
    return [
        optimizer_case("sgd", sgd, lr=0.1),
        optimizer_case("sgd weight decay", sgd, lr=0.1, weight_decay=0.3),
        optimizer_case("sgd momentum", sgd, lr=0.1, momentum=0.9),
        optimizer_case("sgd momentum dampening decay", sgd, lr=0.05, momentum=0.8, dampening=0.4, weight_decay=0.2),
        optimizer_case("sgd nesterov", sgd, lr=0.1, momentum=0.9, nesterov=True),
        optimizer_case("sgd nesterov decay", sgd, lr=0.1, momentum=0.7, nesterov=True, weight_decay=0.1),
        optimizer_case("adam", adam, lr=0.01),
        optimizer_case("adam options", adam, lr=0.05, betas=[0.8, 0.95], eps=1e-3, weight_decay=0.1),
        optimizer_case("adam amsgrad", adam, lr=0.05, betas=[0.5, 0.6], amsgrad=True),
        optimizer_case("adamw", adamw, lr=0.01),
        optimizer_case("adamw options", adamw, lr=0.05, betas=[0.8, 0.95], eps=1e-3, weight_decay=0.3, amsgrad=True),
    ]


def loss_case(name, function, x, target, reduction):
    x = x.clone().requires_grad_()
    loss = function(x, target, reduction=reduction)
    weights = numbers(*loss.shape) if loss.dim() else torch.tensor(1.0)
    loss.backward(weights)
    return {"name": name, "reduction": reduction, "shape": list(x.shape), "input": flat(x), "target": flat(target), "weights": flat(weights), "loss": flat(loss), "gradient": flat(x.grad)}


def losses():
    f = torch.nn.functional
    x, t = numbers(4, 3), numbers(4, 3)
    p = numbers(4, 3, low=0.01, high=0.99)
    q = numbers(4, 3, low=0, high=1)
    # The logarithms of 0 are taken as -100.
    edges, hard = torch.tensor([0.0, 0.0, 1.0, 1.0, 0.5, 0.25]), torch.tensor([0.0, 1.0, 1.0, 0.0, 1.0, 0.0])
    cases = []
    for reduction in ("mean", "sum", "none"):
        cases.append(loss_case("mse", f.mse_loss, x, t, reduction))
        cases.append(loss_case("l1", f.l1_loss, x, t, reduction))
        cases.append(loss_case("bce", f.binary_cross_entropy, p, q, reduction))
        cases.append(loss_case("bce", f.binary_cross_entropy, edges, hard, reduction))
    return cases


def linear():
    x, w, b, dy = numbers(2, 5, 3), numbers(4, 3), numbers(4), numbers(2, 5, 4)
    for tensor in (x, w, b):
        tensor.requires_grad_()
    y = torch.nn.functional.linear(x, w, b)
    y.backward(dy)
    return {"x": flat(x), "w": flat(w), "b": flat(b), "dy": flat(dy), "y": flat(y), "dx": flat(x.grad), "dw": flat(w.grad), "db": flat(b.grad)}


print(json.dumps({"torch": torch.__version__, "optimizers": optimizers(), "losses": losses(), "linear": linear()}, indent=1))
