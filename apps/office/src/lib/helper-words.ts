import { helperRelationLabels, type HelperRelation } from '@jiati/contracts';

/** Who held the device for somebody: “儿子或女儿 王*”. A relation without words stands as it is. */
export const helperWords = (helper: { helperName: string; helperRelation: string }): string =>
  [helperRelationLabels[helper.helperRelation as HelperRelation] ?? helper.helperRelation, helper.helperName]
    .filter(Boolean)
    .join(' ');
