import type { RollImport } from '@jiati/contracts';
import { rollImport as copy } from '../../copy/roll-import';
import { DataTable } from '../../components/data-table';
import './refused-rows.css';

/** The rows that were not read, each named by sheet and row as Excel counts them, with every reason. */
export function RefusedRows({ rows }: { rows: RollImport['refusedRows'] }) {
  if (rows.length === 0) return null;
  return (
    <section className="stack-tight">
      <div>
        <h2>{copy.refusedTitle}</h2>
        <p className="quiet measure">{copy.refusedHint}</p>
      </div>
      <DataTable
        aria-label={copy.refusedTitle}
        rowKey={(item) => `${item.sheet}-${item.row}`}
        rows={rows}
        minWidth={860}
        columns={[
          {
            title: copy.row,
            fixed: 'left',
            render: (_, item) => <strong className="nowrap">{copy.rowValue(item.row)}</strong>,
          },
          { title: copy.sheet, dataIndex: 'sheet' },
          {
            title: copy.reasons,
            render: (_, item) => (
              <ul className="refused-reasons">
                {item.reasons.map((reason) => (
                  <li key={reason.column + reason.message}>{reason.message}</li>
                ))}
              </ul>
            ),
          },
          {
            title: copy.cells,
            render: (_, item) => (
              <span className="quiet">
                {item.cells
                  .map((cell) => String(cell ?? '').trim())
                  .filter(Boolean)
                  .join(' ｜ ')}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
}

/** Rows that were read, but where the officer should look once. */
export function Warnings({ warnings }: { warnings: RollImport['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <section className="card stack-tight">
      <h2>{copy.warningsTitle}</h2>
      <ul>
        {warnings.map((warning) => (
          <li key={`${warning.row}-${warning.message}`}>
            {copy.warningRow(warning.row)}
            {warning.message}
          </li>
        ))}
      </ul>
    </section>
  );
}
