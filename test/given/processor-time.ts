/** Milliseconds of the processor that this process has used since: how much work something is, on a machine that does other things besides. */
export function processorTime(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
}
