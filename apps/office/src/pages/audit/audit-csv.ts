import { formatStamp, roleLabels, type AuditEvent } from '@jiati/contracts';
import { audit as copy } from '../../copy/audit';
import { common } from '../../copy/common';
import { actionWords, detailWords, loggedHelperWords, subjectWords } from '../../lib/audit-words';
import { csvOf } from '../../lib/csv';

/** The events as a table, a line each, in the words of the page. */
export const auditCsv = (events: readonly AuditEvent[]): string =>
  csvOf([
    copy.csv,
    ...events.map((event) => [
      formatStamp(event.at),
      event.actorName ?? copy.nobody,
      event.actorRole ? roleLabels[event.actorRole] : '',
      event.helper ? loggedHelperWords(event.helper) : '',
      actionWords(event.action),
      subjectWords(event.subjectKind),
      event.subjectId,
      event.estateName ?? '',
      detailWords(event.detail).join(common.semicolon),
      event.requestId ?? '',
    ]),
  ]);
