import {
  areaSourceLabels,
  bindingMethodLabels,
  channelLabels,
  formatArea,
  formatDate,
  relationLabels,
  roleLabels,
} from '@jiati/contracts';
import { audit, auditActions, auditDetails } from '../copy/audit';
import { common } from '../copy/common';
import { helperWords } from './helper-words';

const words: Record<string, { label: string; values?: Record<string, string> }> = {
  exclusiveAreaDm2: { label: audit.details.area },
  areaSource: { label: audit.details.areaSource, values: areaSourceLabels },
  relation: { label: audit.details.relation, values: relationLabels },
  method: { label: audit.details.method, values: bindingMethodLabels },
  channel: { label: audit.details.channel, values: channelLabels },
  role: { label: audit.details.role, values: roleLabels },
  ...auditDetails,
};
const actions: Record<string, string> = Object.assign({}, ...Object.values(auditActions));

const placeKinds = { town: true, neighbourhood: true, stairwell: true };

/** `round.open` → “开始征询”; an action that has no words yet stands as it is. */
export const actionWords = (action: string): string => actions[action] ?? action;

export const subjectWords = (kind: string): string => audit.kinds[kind] ?? kind;

/** `child 王*`, as the log keeps it → “儿子或女儿 王*”. */
export function loggedHelperWords(helper: string): string {
  const [helperRelation = '', ...name] = helper.split(' ');
  return helperWords({ helperRelation, helperName: name.join(' ') });
}

/**
 * What an event tells about itself, a sentence part each: “渠道：纸质表决票”. Identifiers of rows tell a reader nothing
 * and are left out. In the order of the words, since the database keeps none; the reason comes last.
 */
export function detailWords(detail: Record<string, unknown>): string[] {
  return Object.entries(words).flatMap(([name, { label, values }]) => {
    const text = name in detail ? valueWords(name, detail[name], values) : '';
    return text === '' ? [] : [label ? `${label}${common.colon}${text}` : text];
  });
}

function valueWords(name: string, value: unknown, values: Record<string, string> = {}): string {
  if (name === 'exclusiveAreaDm2') return formatArea(value as number | null);
  if (value === null || value === undefined || value === '')
    return name === 'before' || name === 'after' ? common.none : '';
  if (Array.isArray(value))
    return value
      .map((each) => valueWords(name, each, values))
      .filter(Boolean)
      .join(common.listComma);
  if (typeof value === 'object') return detailWords(value as Record<string, unknown>).join(common.comma);
  const text = String(value);
  // The kind of a place is plain from its fields.
  if (name === 'kind' && text in placeKinds) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  return values[text] ?? text;
}
