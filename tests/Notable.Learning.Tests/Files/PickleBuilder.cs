using System.Buffers.Binary;
using System.Text;

namespace Notable.Learning.Tests.Files;

/// <summary>Writes pickles instruction by instruction, also such as no honest program writes.</summary>
internal sealed class PickleBuilder
{
    private readonly MemoryStream bytes = new();

    public static byte[] StateDict(Action<PickleBuilder> items)
    {
        var pickle = new PickleBuilder().Proto().EmptyOrderedDict().Op('(');
        items(pickle);
        return pickle.Op('u').Stop();
    }

    public PickleBuilder Op(char opcode) => Raw((byte)opcode);

    public PickleBuilder Raw(params ReadOnlySpan<byte> raw)
    {
        bytes.Write(raw);
        return this;
    }

    public PickleBuilder Proto(byte protocol = 2) => Raw(0x80, protocol);

    public PickleBuilder Global(string module, string name) => Raw(Encoding.UTF8.GetBytes($"c{module}\n{name}\n"));

    public PickleBuilder EmptyOrderedDict() => Global("collections", "OrderedDict").Op(')').Op('R');

    public PickleBuilder Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    public PickleBuilder Text(byte[] utf8) => Op('X').Int32(utf8.Length).Raw(utf8);

    public PickleBuilder Long(long number)
    {
        var little = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(little, number);
        return Raw(0x8A, 8).Raw(little);
    }

    public PickleBuilder Long(byte[] littleEndian) => Raw(0x8A, (byte)littleEndian.Length).Raw(littleEndian);

    public PickleBuilder Tuple(params ReadOnlySpan<long> numbers)
    {
        Op('(');
        foreach (var number in numbers)
            Long(number);
        return Op('t');
    }

    public PickleBuilder Storage(string key, long count, string type = "FloatStorage")
        => Op('(').Text("storage").Global("torch", type).Text(key).Text("cpu").Long(count).Op('t').Op('Q');

    public PickleBuilder LegacyStorage(string key, long count)
        => Op('(').Text("storage").Global("torch", "FloatStorage").Text(key).Text("cpu").Long(count).Op('N').Op('t').Op('Q');

    /// <summary>A tensor from storage "0" unless <paramref name="storage"/> writes another one.</summary>
    public PickleBuilder Tensor(
        long[] shape, long[] strides, long offset = 0, long count = 6, Func<PickleBuilder, PickleBuilder>? storage = null)
    {
        Global("torch._utils", "_rebuild_tensor_v2").Op('(');
        (storage ?? (pickle => pickle.Storage("0", count)))(this);
        return Long(offset).Tuple(shape).Tuple(strides).Raw(0x89).EmptyOrderedDict().Op('t').Op('R');
    }

    public PickleBuilder Int32(int number)
    {
        var little = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(little, number);
        return Raw(little);
    }

    public byte[] Stop()
    {
        Op('.');
        return bytes.ToArray();
    }
}
