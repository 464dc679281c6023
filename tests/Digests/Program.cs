return Gpu.Digests.DigestProgram.Run(args, Console.Out, Console.Error);
