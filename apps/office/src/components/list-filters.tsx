import { Select } from 'antd';
import { common } from '../copy/common';
import { EstateSelect } from './estate-select';

/** One estate, or all within reach. */
export function EstateFilter({ value, onChange }: { value: string; onChange: (estateId: string) => void }) {
  return (
    <EstateSelect
      aria-label={common.estate}
      className="filter-select"
      value={value}
      onChange={onChange}
      all={common.allEstates}
    />
  );
}

/** One of a table of labels, or all of them. */
export function LabelFilter({
  label,
  all,
  labels,
  value,
  onChange,
}: {
  label: string;
  all: string;
  labels: Record<string, string>;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Select
      aria-label={label}
      className="filter-select"
      popupMatchSelectWidth={false}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: all },
        ...Object.entries(labels).map(([key, text]) => ({ value: key, label: text })),
      ]}
    />
  );
}
