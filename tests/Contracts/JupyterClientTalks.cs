namespace Contracts;

/// <summary>Debian's jupyter-client drives the kernel; what is asked of it stands in <c>python/</c>.</summary>
public class JupyterClientTalks(JupyterHome jupyter)
{
    [Fact]
    public Task The_outside_conformance_suite_passes_but_for_the_pager() => jupyter.TestAsync("conformance");

    [Fact]
    public Task Cells_run_and_keep_their_state() => jupyter.TestAsync("talks.Cells");

    [Fact]
    public Task Cells_are_completed_and_explained() => jupyter.TestAsync("talks.Editing");

    [Fact]
    public Task Widgets_talk_over_comms() => jupyter.TestAsync("talks.Comms");

    [Fact]
    public Task Interrupts_stop_what_runs() => jupyter.TestAsync("talks.Interrupts");

    [Fact]
    public Task Kernels_restart_end_and_leave_nothing_behind() => jupyter.TestAsync("talks.Lifetime");

    [Fact]
    public Task Much_of_everything_is_carried_without_loss() => jupyter.TestAsync("loads");

    [Fact]
    public Task Nbconvert_runs_the_training_notebook() => jupyter.TestAsync("nbconvert_runs");

    [Fact]
    public Task Widgets_on_converted_pages_say_what_they_are() => jupyter.TestAsync("converted_widgets");
}
