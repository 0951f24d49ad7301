using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>
            /// The parameters and persistent buffers of this module and all inside it, under PyTorch's names and in PyTorch's order.
            /// The tensors are the module's own: do not dispose them.
            /// </summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (module, path) in WithModules(true).Select(item => (item.Module, prefix + item.Prefix)))
                {
                    foreach (var (key, parameter) in module.parametersByName) destination[path + key] = parameter;
                    foreach (var (key, (buffer, persistent)) in module.buffersByName)
                        if (persistent) destination[path + key] = buffer;
                }
                return destination;
            }

            /// <summary>Copies values into the module's tensors by name, converting type and device.</summary>
            /// <param name="source">The values.</param>
            /// <param name="strict">Whether names missing on either side are an error.</param>
            /// <param name="skip">Names to leave alone.</param>
            /// <returns>The names the source lacks, and those the module lacks.</returns>
            /// <exception cref="InvalidOperationException">Shapes differ, or strict and names do; nothing was copied then.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var skipped = skip is null ? [] : new HashSet<string>(skip);
                string[] missing = [.. own.Keys.Where(key => !source.ContainsKey(key) && !skipped.Contains(key))];
                string[] unexpected = [.. source.Keys.Where(key => !own.ContainsKey(key) && !skipped.Contains(key))];
                string[] shared = [.. own.Keys.Where(key => source.ContainsKey(key) && !skipped.Contains(key))];
                string[] misfits = [.. shared.Where(key => !own[key].shape.AsSpan().SequenceEqual(source[key].shape))];
                if (misfits.Length > 0 || (strict && missing.Length + unexpected.Length > 0))
                    throw new InvalidOperationException(Explanation(own, source, missing, unexpected, misfits));
                using var no_gradients = no_grad();
                foreach (var key in shared) own[key].copy_(source[key]);
                return (missing, unexpected);
            }

            private string Explanation(
                Dictionary<string, Tensor> own, Dictionary<string, Tensor> source, string[] missing, string[] unexpected, string[] misfits)
            {
                var text = new StringBuilder($"The weights do not fit {GetName()} ({own.Count} tensors; {source.Count} were given). Nothing was loaded.");
                AppendList(text, "other shape", misfits.Select(key =>
                    $"{key} (the module has {Shapes.Text(own[key].shape)}, the weights {Shapes.Text(source[key].shape)})"));
                AppendList(text, "missing", missing);
                AppendList(text, "unexpected", unexpected);
                return text.ToString();
            }

            private static void AppendList(StringBuilder text, string what, IEnumerable<string> items)
            {
                const int shown = 8;
                string[] all = [.. items];
                if (all.Length == 0) return;
                text.Append($"\n  {what}: {string.Join(", ", all.Take(shown))}");
                if (all.Length > shown) text.Append($" and {all.Length - shown} more");
            }
        }
    }
}
