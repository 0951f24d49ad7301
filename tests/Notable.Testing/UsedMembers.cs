using System.Reflection;
using System.Reflection.Metadata;

namespace Notable.Testing;

/// <summary>What compiled code takes from another assembly, read from its metadata.</summary>
public static class UsedMembers
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>
    /// The types, members and overridden methods of another assembly that an assembly names. Constants and members of
    /// enumerations leave no trace in compiled code, so an enumeration that is named stands for all its members.
    /// </summary>
    public static IEnumerable<MemberInfo> Of(Assembly user, Assembly used)
    {
        var referenced = References(user).Where(member => member.Module.Assembly == used);
        var overridden = user.GetTypes().SelectMany(type => type.GetMethods(Own)).Select(method => method.GetBaseDefinition())
            .Where(method => method.Module.Assembly == used);
        return referenced.Concat(overridden).Select(Definition).Distinct();
    }

    private static unsafe IEnumerable<MemberInfo> References(Assembly user)
    {
        if (!user.TryGetRawMetadata(out var blob, out var length)) throw new InvalidOperationException($"{user} has no metadata to read.");
        var reader = new MetadataReader(blob, length);
        return Tokens(0x01000000, reader.TypeReferences.Count).Concat(Tokens(0x0a000000, reader.MemberReferences.Count))
            .Select(token => Resolved(user.ManifestModule, token)).OfType<MemberInfo>();
    }

    private static IEnumerable<int> Tokens(int table, int count) => Enumerable.Range(table + 1, count);

    private static MemberInfo? Resolved(Module module, int token)
    {
        try
        {
            return module.ResolveMember(token, [typeof(object), typeof(object)], [typeof(object), typeof(object)]);
        }
        catch (Exception e) when (e is FileNotFoundException or ArgumentException or TypeLoadException)
        {
            return null;
        }
    }

    // A constructed type's member as it was declared, and an accessor's property.
    private static MemberInfo Definition(MemberInfo member)
    {
        var declared = member is Type { IsGenericType: true } generic ? generic.GetGenericTypeDefinition()
            : member is Type ? member
            : member.Module.ResolveMember(member.MetadataToken)!;
        return declared is MethodInfo { IsSpecialName: true } accessor
            ? accessor.DeclaringType!.GetProperties(Own).FirstOrDefault(property => property.GetMethod == accessor || property.SetMethod == accessor) ?? declared
            : declared;
    }
}
