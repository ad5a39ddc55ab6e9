import fc from 'fast-check';

/** The same inputs in every run, so that a red test is about the change at hand; TEST_SEED=<number> tries others. */
const seed = Number(process.env.TEST_SEED ?? 20_260_301);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
