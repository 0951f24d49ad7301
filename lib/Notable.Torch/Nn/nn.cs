namespace TorchSharp;

public static partial class torch
{
    /// <summary>Layers, their functions, their initialisation.</summary>
    public static partial class nn
    {
        /// <summary>What becomes of the losses of a batch.</summary>
        public enum Reduction : long
        {
            /// <summary>One loss an item.</summary>
            None = 0,
            /// <summary>Their mean.</summary>
            Mean = 1,
            /// <summary>Their sum.</summary>
            Sum = 2,
        }

        /// <summary>The functions that layers compute, without the layers.</summary>
        public static partial class functional;
    }

    /// <summary>How padding is filled.</summary>
    public enum PaddingModes
    {
        /// <summary>With zeros.</summary>
        Zeros = 0,
        /// <summary>With the values mirrored at the border, the border's own not repeated.</summary>
        Reflect = 1,
        /// <summary>With the border's values.</summary>
        Replicate = 2,
        /// <summary>With the values of the opposite border.</summary>
        Circular = 3,
        /// <summary>With one value.</summary>
        Constant = 4,
    }
}
