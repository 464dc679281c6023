return Gpu.Tutorials.TutorialProgram.Run(args, Console.Out, Console.Error);
