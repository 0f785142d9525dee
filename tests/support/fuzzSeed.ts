import fc from 'fast-check';

// The same cases for the same commit, so that a red run is about the change that it is run for.
// FUZZ_SEED=$RANDOM npm test looks for others.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
