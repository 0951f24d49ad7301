using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// Registers the modules, parameters and tensors (as buffers) that the fields of this object hold, in the order of
            /// their declaration and under their names. Fields that are null, or registered already, are left out.
            /// </summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in Fields(GetType()))
                {
                    var fieldName = ComponentName(field);
                    switch (field.GetValue(this))
                    {
                        case Module module when !modulesByName.ContainsKey(fieldName): register_module(fieldName, module); break;
                        case Parameter parameter when !parametersByName.ContainsKey(fieldName): register_parameter(fieldName, parameter); break;
                        case Parameter: break;
                        case Tensor buffer when !buffersByName.ContainsKey(fieldName): register_buffer(fieldName, buffer); break;
                    }
                }
            }

            /// <summary>Puts a module inside this one.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                CheckName(name);
                modulesByName.Add(name, submodule);
            }

            /// <summary>Makes a parameter part of this module, which then owns it; null is left out.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is null) return;
                CheckName(name);
                parametersByName.Add(name, param.DetachFromDisposeScope());
            }

            /// <summary>Makes a tensor part of this module, which then owns it.</summary>
            /// <param name="name">Its name.</param>
            /// <param name="tensor">The tensor.</param>
            /// <param name="persistent">Whether it is part of the state dict.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckName(name);
                buffersByName.Add(name, (tensor.DetachFromDisposeScope(), persistent));
            }

            /// <summary>Frees the module's own parameters and buffers, which are then no part of it any more.</summary>
            private protected void ReleaseTensors()
            {
                foreach (var parameter in parametersByName.Values) parameter.Dispose();
                foreach (var (buffer, _) in buffersByName.Values) buffer.Dispose();
                parametersByName.Clear();
                buffersByName.Clear();
            }

            private void CheckName(string component)
            {
                if (string.IsNullOrEmpty(component) || component.Contains('.'))
                    throw new ArgumentException($"'{component}' cannot name a part of a module: names are not empty and have no dot.");
                if (modulesByName.ContainsKey(component) || parametersByName.ContainsKey(component) || buffersByName.ContainsKey(component))
                    throw new ArgumentException($"{GetName()} has a part named '{component}' already.");
            }

            private static IEnumerable<FieldInfo> Fields(Type type) =>
                type == typeof(Module) || type.BaseType is null ? [] : Fields(type.BaseType).Concat(type
                    .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                    .OrderBy(field => field.MetadataToken));

            // The field behind an automatic property is called <name>k__BackingField.
            private static string ComponentName(FieldInfo field) =>
                field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
        }
    }
}
