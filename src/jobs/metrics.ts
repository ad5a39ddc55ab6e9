import { Counter, Histogram, type Registry } from 'prom-client';

/** What Prometheus learns of the jobs that this process ran. */
export interface JobMetrics {
  end(job: string, result: 'done' | 'failed' | 'interrupted', seconds: number): void;
}

export function createJobMetrics(registry: Registry): JobMetrics {
  const registers = [registry];
  const runs = new Counter({
    name: 'job_runs_total',
    help: 'Runs of a job by what came of them.',
    labelNames: ['job', 'result'],
    registers,
  });
  const durations = new Histogram({
    name: 'job_run_duration_seconds',
    help: 'How long a job took.',
    labelNames: ['job'],
    buckets: [0.05, 0.25, 1, 5, 15, 60, 300, 1800],
    registers,
  });
  return {
    end(job, result, seconds) {
      runs.inc({ job, result });
      durations.observe({ job }, seconds);
    },
  };
}
