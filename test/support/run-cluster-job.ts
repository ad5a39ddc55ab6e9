import type { ClusterJob } from '../../src/jobs/job.ts';
import { createSilentLog } from './create-silent-log.ts';

/** One run of a job, as if it were due and nobody else's. */
export async function runClusterJob(job: ClusterJob, signal = new AbortController().signal): Promise<void> {
  await job.run({
    log: createSilentLog(),
    signal,
    cursor: { value: undefined, advance: async () => undefined },
  });
}
