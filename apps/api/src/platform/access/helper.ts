import { HELPER_RELATIONS, type Helper } from './actor';

/** A helper as one column keeps them: `child 陈小明`; null when the person acts by themselves. */
export function helperText(helper: Helper | undefined): string | null {
  return helper ? `${helper.helperRelation} ${helper.helperName}` : null;
}

/** The helper such a column names. */
export function helperOfText(text: string | null): Helper | null {
  const [relation = '', ...name] = (text ?? '').split(' ');
  const helperRelation = HELPER_RELATIONS.find((each) => each === relation);
  return helperRelation ? { helperRelation, helperName: name.join(' ') } : null;
}
