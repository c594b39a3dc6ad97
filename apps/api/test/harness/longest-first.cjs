const { default: Sequencer } = require('@jest/test-sequencer');

/** Those that run half a minute and more: begun last, they keep one core busy while the other has nothing left. */
const LONGEST = ['malformed-input', 'access-matrix', 'nightly-check', 'thousand-tamperings'];

/** Begins with the longest specs. Jest by itself goes by the length of the file where it has not run them before. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(`/${name}.spec.ts`));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
};
