import { Table, type TableProps } from 'antd';
import { useEffect, useRef } from 'react';
import './data-table.css';

interface DataTableProps<Row> extends Omit<TableProps<Row>, 'dataSource' | 'pagination' | 'scroll'> {
  /** What the table lists; read out by screen readers. */
  'aria-label': string;
  rows: readonly Row[];
  /** From this many rows on the table has pages. */
  rowsPerPage?: number;
  /** Below this width in pixels the table scrolls sideways inside its frame. */
  minWidth: number;
}

/** The tables of the console: a hairline frame, columns as wide as their words, pages only when there are many rows. */
export function DataTable<Row extends object>({ rows, rowsPerPage = 60, minWidth, ...props }: DataTableProps<Row>) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = frame.current?.querySelector<HTMLElement>('.ant-table-content');
    if (!scroller) return;
    // A table that scrolls sideways must be reachable without a mouse; whether it does changes with the window.
    const observer = new ResizeObserver(() => {
      scroller.tabIndex = scroller.scrollWidth > scroller.clientWidth ? 0 : -1;
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  });
  return (
    <div className="data-table" ref={frame}>
      <Table<Row>
        {...props}
        tableLayout="auto"
        dataSource={[...rows]}
        scroll={{ x: minWidth }}
        pagination={rows.length > rowsPerPage ? { pageSize: rowsPerPage, showSizeChanger: false } : false}
      />
    </div>
  );
}
