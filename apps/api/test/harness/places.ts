import type { Neighbourhood } from '../../src/platform/access';

/** Where the estates of `buildStairwell` and of the fixtures stand. */
export const HOME: Neighbourhood = { town: '莘园镇', neighbourhood: '春晓居民区' };

/** Another town, where nobody of HOME has a say. */
export const OVER_THE_HILLS: Neighbourhood = { town: '远山镇', neighbourhood: '溪头居民区' };

/** Every neighbourhood that suites import rolls into; an officer of the harness has a say in all of them. */
export const OFFICE_PLACES: readonly Neighbourhood[] = ['春晓居民区', '东苑居民区', '新苑居民区'].map(
  (neighbourhood) => ({ town: HOME.town, neighbourhood }),
);
