"""The Python side of 'notable bench --peer': the same work in torch, torchvision and Pillow.

Reads one JSON list a line, [case, argument...], and answers each with one JSON object: unit, median, min, n.
"""
import argparse
import io
import json
import statistics
import sys
import time

import torch
import torchvision
from PIL import Image

SIDE = 224
MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
STD = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)


class Bench:
    def __init__(self, device, quick):
        self.device, self.quick = torch.device(device), quick

    def wait(self):
        if self.device.type == "cuda":
            torch.cuda.synchronize()

    def timed(self, work, runs, warm, unit="ms", scale=1e3):
        runs, warm = (1, 0) if self.quick else (runs, warm)
        for _ in range(warm):
            work()
        self.wait()
        took = []
        for _ in range(runs):
            start = time.perf_counter()
            work()
            self.wait()
            took.append((time.perf_counter() - start) * scale)
        return {"unit": unit, "median": statistics.median(took), "min": min(took), "n": runs}

    def network(self, mode, **options):
        net = torchvision.models.resnet18(weights=None, **options).to(self.device)
        return net.to(memory_format=torch.channels_last) if "channels_last" in mode else net

    def pictures(self, mode, batch):
        x = torch.randn(batch, 3, SIDE, SIDE, device=self.device)
        return x.contiguous(memory_format=torch.channels_last) if "channels_last" in mode else x

    def autocast(self, mode):
        return torch.autocast(self.device.type, dtype=torch.bfloat16, enabled="bf16" in mode)

    def add(self):
        a, b = torch.ones(1, device=self.device), torch.ones(1, device=self.device)

        def thousand():
            with torch.no_grad():
                for _ in range(1000):
                    torch.add(a, b)
        return self.timed(thousand, 50, 3, unit="us")

    def forward(self, mode, batch):
        net, x = self.network(mode).eval(), self.pictures(mode, int(batch))

        def run():
            with torch.inference_mode(), self.autocast(mode):
                net(x)
        return self.timed(run, 25 if int(batch) == 1 else 7, 3)

    def step(self, mode, batch):
        net, x = self.network(mode, num_classes=2).train(), self.pictures(mode, int(batch))
        y = torch.arange(int(batch), device=self.device) % 2
        optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)

        def run():
            optimizer.zero_grad(set_to_none=True)
            with self.autocast(mode):
                loss = torch.nn.functional.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
        return self.timed(run, 5, 2)

    def predict(self, *files):
        data = [open(f, "rb").read() for f in files]
        net = self.network("").eval()
        each = 1e3 / len(data)
        return self.timed(lambda: [answer(net, d, self.device) for d in data], 25 if len(data) == 1 else 3, 1, scale=each)

    def train(self, folder, batch):
        """Seconds an epoch of the usual loop: folder of classes, random crops, AdamW on everything."""
        t = torchvision.transforms
        data = torchvision.datasets.ImageFolder(folder, t.Compose([
            t.RandomResizedCrop(SIDE, scale=(0.5, 1)), t.RandomHorizontalFlip(), t.ToTensor(),
            t.Normalize(MEAN.flatten().tolist(), STD.flatten().tolist())]))
        valid = len(data) // 5
        train, valid = torch.utils.data.random_split(data, [len(data) - valid, valid], torch.Generator().manual_seed(42))
        workers = torch.get_num_threads() if self.device.type == "cpu" else 8
        load = lambda part, shuffle: torch.utils.data.DataLoader(part, int(batch), shuffle=shuffle, num_workers=workers)
        loaders = load(train, True), load(valid, False)
        net = self.network("", num_classes=2)
        optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)

        def epoch():
            net.train()
            for x, y in loaders[0]:
                optimizer.zero_grad(set_to_none=True)
                loss = torch.nn.functional.cross_entropy(net(x.to(self.device)), y.to(self.device))
                loss.backward()
                optimizer.step()
                loss.item()
            net.eval()
            with torch.inference_mode():
                for x, _ in loaders[1]:
                    net(x.to(self.device)).cpu()
        return self.timed(epoch, 3, 1, unit="s", scale=1)


def answer(net, data, device):
    image = Image.open(io.BytesIO(data))
    image.draft("RGB", (2 * SIDE, 2 * SIDE))
    image = image.convert("RGB").resize((SIDE, SIDE), Image.BILINEAR)
    pixels = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8).view(SIDE, SIDE, 3).permute(2, 0, 1)
    with torch.inference_mode():
        return net(((pixels.float() / 255 - MEAN) / STD)[None].to(device)).softmax(1).tolist()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--once", metavar="PICTURE", help="predict one picture and leave: what a cold start costs")
    args = parser.parse_args()
    if args.threads:
        torch.set_num_threads(args.threads)
    if args.once:
        net = torchvision.models.resnet18(weights=None).eval()
        print(json.dumps(answer(net, open(args.once, "rb").read(), "cpu")), flush=True)
        return
    bench = Bench(args.device, args.quick)
    print(json.dumps({"torch": torch.__version__}), flush=True)
    for line in sys.stdin:
        case, *arguments = json.loads(line)
        cases = {"add": bench.add, "forward": bench.forward, "step": bench.step, "predict": bench.predict, "train": bench.train}
        print(json.dumps(cases[case](*arguments)), flush=True)


main()
