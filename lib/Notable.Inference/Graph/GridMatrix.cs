namespace Notable.Learning.Graphs;

/// <summary>
/// The resampling by the identity that batch augmentation ends with where it changes the size (<see cref="InferenceTransform.GridSize"/>):
/// linear and the same for rows and columns, so that it is one matrix on either side.
/// </summary>
internal static class GridMatrix
{
    /// <summary>[to, from], row-major: bilinear with the corner pixels' centers on each other, after means where it shrinks to less than half.</summary>
    public static float[] Of(int from, int to)
    {
        // Like fastai: bilinear resampling looks at two pixels only, so a source more than twice as large is averaged first.
        var shrink = (double)from / to / 2;
        var between = shrink > 1 ? (int)(from / shrink) : from;
        var matrix = new float[to * from];
        for (var row = 0; row < to; row++)
        {
            var place = to == 1 ? 0 : row * (between - 1.0) / (to - 1);
            var low = Math.Min((int)place, Math.Max(between - 2, 0));
            var share = place - low;
            AddMean(low, 1 - share);
            if (share > 0)
                AddMean(low + 1, share);

            // Adaptive average pooling: the pixels that a field of the smaller picture touches.
            void AddMean(int field, double weight)
            {
                var (begin, end) = ((int)((long)field * from / between), (int)(((long)(field + 1) * from + between - 1) / between));
                for (var pixel = begin; pixel < end; pixel++)
                    matrix[row * from + pixel] += (float)(weight / (end - begin));
            }
        }
        return matrix;
    }
}
