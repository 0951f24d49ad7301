using System.Collections.Concurrent;
using System.Reflection;

namespace Notable.Learning.Acceleration;

/// <summary>TorchSharp's managed assembly, which a notebook may load from another place than this library does.</summary>
internal static class TorchSharpAssembly
{
    private const string Name = "TorchSharp";

    /// <summary>Calls <paramref name="act"/> once for each TorchSharp that is loaded, now or later, before its code runs.</summary>
    public static void WhenLoaded(Action<Assembly> act)
    {
        ConcurrentDictionary<Assembly, bool> known = [];
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Check(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Check(assembly);

        void Check(Assembly assembly)
        {
            // An assembly may be loaded between the subscription and the list.
            if (!assembly.IsDynamic && assembly.GetName().Name == Name && known.TryAdd(assembly, true))
                act(assembly);
        }
    }
}
