using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The modules directly inside this one, with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children() => modulesByName.Select(item => (item.Key, item.Value));

            /// <summary>The modules directly inside this one.</summary>
            public virtual IEnumerable<Module> children() => modulesByName.Values;

            /// <summary>All modules inside this one at any depth, with names like <c>layer1.0.conv1</c>.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (child, module) in named_children())
                {
                    yield return (child, module);
                    foreach (var (inner, deeper) in module.named_modules()) yield return ($"{child}.{inner}", deeper);
                }
            }

            /// <summary>All modules inside this one at any depth.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(item => item.module);

            /// <summary>The parameters of this module and, if wanted, of all inside it; each once, with its first name.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                WithModules(recurse).SelectMany(item => item.Module.parametersByName.Select(p => (name: item.Prefix + p.Key, parameter: p.Value)))
                    .DistinctBy(item => item.parameter, ReferenceEqualityComparer.Instance);

            /// <summary>The parameters of this module and, if wanted, of all inside it.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(item => item.parameter);

            /// <summary>The buffers of this module and, if wanted, of all inside it; each once, with its first name.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) =>
                WithModules(recurse).SelectMany(item => item.Module.buffersByName.Select(b => (name: item.Prefix + b.Key, buffer: b.Value.Buffer)))
                    .DistinctBy(item => item.buffer, ReferenceEqualityComparer.Instance);

            /// <summary>The buffers of this module and, if wanted, of all inside it.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(item => item.buffer);

            /// <summary>The parameter of this name (<c>fc.bias</c>), or null.</summary>
            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(item => item.name == target).parameter;

            /// <summary>The buffer of this name (<c>bn1.running_mean</c>), or null.</summary>
            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(item => item.name == target).buffer;

            /// <summary>Whether the module itself has a parameter of this name.</summary>
            public virtual bool has_parameter(string target) => parametersByName.ContainsKey(target);

            private IEnumerable<(string Prefix, Module Module)> WithModules(bool recurse)
            {
                IEnumerable<(string, Module)> self = [("", this)];
                return recurse ? self.Concat(named_modules().Select(item => (item.name + ".", item.module))) : self;
            }
        }
    }
}
