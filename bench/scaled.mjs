// BENCH_SCALE: which part of the usual sizes is measured. With 0.01 the benches only show that they still run.
const SCALE = Number(process.env.BENCH_SCALE ?? 1);

/** `least` is what the bench cannot do without. */
export const scaled = (count, least = 1) => Math.max(least, Math.round(count * SCALE));
