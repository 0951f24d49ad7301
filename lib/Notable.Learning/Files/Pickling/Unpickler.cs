namespace Notable.Learning.Files.Pickling;

/// <summary>
/// Loads pickles that contain only data, dicts and tensors. It never runs code: the supported functions are listed in
/// <see cref="PickleGlobals"/>, and any other name or opcode is refused. Format reference: Python's <c>pickletools</c>.
/// </summary>
/// <param name="bytes">One pickle or several in a row.</param>
internal sealed class Unpickler(ReadOnlyMemory<byte> bytes)
{
    // An instruction can take about 200 bytes of memory, a tensor about 50 instructions: this allows a model of 20 000 tensors.
    private const int MaxInstructions = 1_000_000;

    private readonly PickleCursor cursor = new(bytes);
    private readonly PickleStack stack = new();
    private readonly Dictionary<uint, object?> memo = [];
    private int instructions;

    /// <summary>Position of the first byte after the pickles loaded so far.</summary>
    public int Position => cursor.Position;

    /// <summary>Loads the next pickle.</summary>
    /// <exception cref="PickleException">It is damaged, too large, or contains more than data.</exception>
    public object? Load()
    {
        memo.Clear();
        while (true)
        {
            if (++instructions > MaxInstructions)
                throw new PickleException($"more than {MaxInstructions:N0} instructions", "fewer, as any image classifier needs");
            var opcode = (PickleOpcode)cursor.Byte();
            if (opcode == PickleOpcode.Stop)
                return stack.Result();
            Execute(opcode);
        }
    }

    private void Execute(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Proto: RequireProtocol(cursor.Byte()); break;
            case PickleOpcode.Frame: cursor.Bytes(sizeof(ulong)); break;

            case PickleOpcode.None: stack.Push(null); break;
            case PickleOpcode.NewTrue: stack.Push(true); break;
            case PickleOpcode.NewFalse: stack.Push(false); break;
            case PickleOpcode.BinInt: stack.Push((long)cursor.Int32()); break;
            case PickleOpcode.BinInt1: stack.Push((long)cursor.Byte()); break;
            case PickleOpcode.BinInt2: stack.Push((long)cursor.UInt16()); break;
            case PickleOpcode.Long1: stack.Push(Integer(cursor.Bytes(cursor.Byte()))); break;
            case PickleOpcode.BinFloat: stack.Push(cursor.BigEndianDouble()); break;
            case PickleOpcode.BinUnicode: stack.Push(cursor.Text(cursor.UInt32())); break;
            case PickleOpcode.ShortBinUnicode: stack.Push(cursor.Text(cursor.Byte())); break;

            case PickleOpcode.Mark: stack.Mark(); break;
            case PickleOpcode.EmptyTuple: stack.Push(new PickleTuple()); break;
            case PickleOpcode.Tuple1: stack.Push(new PickleTuple(stack.Pop(1))); break;
            case PickleOpcode.Tuple2: stack.Push(new PickleTuple(stack.Pop(2))); break;
            case PickleOpcode.Tuple3: stack.Push(new PickleTuple(stack.Pop(3))); break;
            case PickleOpcode.Tuple: stack.Push(new PickleTuple(stack.PopToMark())); break;
            case PickleOpcode.EmptyList: stack.Push(new List<object?>()); break;
            case PickleOpcode.Append: Append(stack.Pop(1)); break;
            case PickleOpcode.Appends: Append(stack.PopToMark()); break;
            case PickleOpcode.EmptyDict: stack.Push(new PickleDictionary()); break;
            case PickleOpcode.SetItem: SetItems(stack.Pop(2)); break;
            case PickleOpcode.SetItems: SetItems(stack.PopToMark()); break;

            case PickleOpcode.BinPut: memo[cursor.Byte()] = stack.Top; break;
            case PickleOpcode.LongBinPut: memo[cursor.UInt32()] = stack.Top; break;
            case PickleOpcode.Memoize: memo[(uint)memo.Count] = stack.Top; break;
            case PickleOpcode.BinGet: stack.Push(Recall(cursor.Byte())); break;
            case PickleOpcode.LongBinGet: stack.Push(Recall(cursor.UInt32())); break;

            case PickleOpcode.Global: stack.Push(PickleGlobals.Resolve(cursor.Line(), cursor.Line())); break;
            case PickleOpcode.StackGlobal: StackGlobal(stack.Pop(2)); break;
            case PickleOpcode.BinPersId: stack.Push(PickleGlobals.Storage(stack.Pop())); break;
            case PickleOpcode.Reduce: Reduce(stack.Pop(2)); break;
            case PickleOpcode.Build: Build(stack.Pop()); break;

            default:
                throw new PickleException($"the pickle instruction 0x{(byte)opcode:X2} at byte {cursor.Position - 1:N0}",
                    "those of a state dict; one that builds other objects would run code, so it is refused");
        }
    }

    private void Append(object?[] items) => stack.TopAs<List<object?>>().AddRange(items);

    private void SetItems(object?[] items)
    {
        var dictionary = stack.TopAs<PickleDictionary>();
        if (items.Length % 2 != 0)
            throw new PickleException("a name without a value in a dict", "pairs");
        for (var i = 0; i < items.Length; i += 2)
            dictionary.Put(items[i], items[i + 1]);
    }

    private object? Recall(uint key) => memo.TryGetValue(key, out var value)
        ? value
        : throw new PickleException($"a reference to the value {key}, which was never stored", "a whole pickle");

    private void StackGlobal(object?[] names) => stack.Push(names is [string module, string name]
        ? PickleGlobals.Resolve(module, name)
        : throw new PickleException("a global whose name is not text", "a whole pickle"));

    private void Reduce(object?[] call) => stack.Push(PickleGlobals.Call(call[0], call[1]));

    /// <summary>Reads and discards an OrderedDict's attributes (PyTorch keeps module versions in <c>_metadata</c>).</summary>
    private void Build(object? state)
    {
        stack.TopAs<PickleDictionary>();
        if (state is not PickleDictionary)
            throw new PickleException(
                "the state of an object", "only the attributes of an OrderedDict; setting others would run code");
    }

    private static void RequireProtocol(byte protocol)
    {
        if (protocol is < 2 or > 5)
            throw new PickleException($"pickle protocol {protocol}", "2 to 5");
    }

    /// <summary>Reads a little-endian two's complement integer, as 64-bit if it fits; PyTorch's magic number has 80 bits.</summary>
    private static object Integer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 16)
            throw new PickleException($"an integer of {bytes.Length} bytes", "at most 16");
        var number = Int128.Zero;
        if (!bytes.IsEmpty)
        {
            number = (sbyte)bytes[^1];
            for (var i = bytes.Length - 2; i >= 0; i--)
                number = (number << 8) | bytes[i];
        }
        return number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
    }
}
