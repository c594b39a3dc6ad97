import {
  areaSourceLabels,
  bindingMethodLabels,
  channelLabels,
  formatArea,
  formatDate,
  helperRelationLabels,
  relationLabels,
  roleLabels,
} from '@jiati/contracts';
import { audit, auditActions, auditDetails } from '../copy/audit';
import { common } from '../copy/common';

const words: Record<string, { label: string; values?: Record<string, string> }> = {
  ...auditDetails,
  relation: { label: audit.details.relation, values: relationLabels },
  method: { label: audit.details.method, values: bindingMethodLabels },
  channel: { label: audit.details.channel, values: channelLabels },
  role: { label: audit.details.role, values: roleLabels },
  areaSource: { label: audit.details.areaSource, values: areaSourceLabels },
};
const actions: Record<string, string> = Object.assign({}, ...Object.values(auditActions));

/** `round.open` → “开始征询”; an action that has no words yet stands as it is. */
export const actionWords = (action: string): string => actions[action] ?? action;

export const subjectWords = (kind: string): string => audit.kinds[kind] ?? kind;

/** `child 王*` → “儿子或女儿 王*”. */
export function helperWords(helper: string): string {
  const [relation = '', ...name] = helper.split(' ');
  return [helperRelationLabels[relation as keyof typeof helperRelationLabels] ?? relation, ...name].join(' ');
}

/**
 * What an event tells about itself, a sentence part each: “渠道：纸质表决票”. Identifiers of rows tell a reader nothing
 * and are left out.
 */
export function detailWords(detail: Record<string, unknown>): string[] {
  return Object.entries(detail).flatMap(([name, value]) => {
    const known = words[name];
    const text = known ? valueWords(name, value, known.values) : '';
    return text === '' ? [] : [known?.label ? `${known.label}${common.colon}${text}` : text];
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
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text);
  return values[text] ?? text;
}
