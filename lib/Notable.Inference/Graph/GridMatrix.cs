namespace Notable.Learning.Graphs;

/// <summary>
/// The identity resampling at the end of batch augmentation, if it changes the size (<see cref="InferenceTransform.GridSize"/>). It is
/// linear and the same for rows and columns, so it is a multiplication by one matrix from both sides.
/// </summary>
internal static class GridMatrix
{
    /// <summary>
    /// Returns the matrix [to, from], row-major: bilinear with the corner pixels' centers aligned, after averaging if it shrinks to less than
    /// half.
    /// </summary>
    public static float[] Of(int from, int to)
    {
        // As in fastai: bilinear resampling reads only two pixels, so a source more than twice as large is averaged first.
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

            // Adaptive average pooling: averages the pixels that overlap a cell of the smaller picture.
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
