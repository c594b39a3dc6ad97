import { Select } from 'antd';
import { useEstates } from '../api/roll';
import { common } from '../copy/common';

/** One estate, or all within reach. */
export function EstateFilter({ value, onChange }: { value: string; onChange: (estateId: string) => void }) {
  const estates = useEstates().data ?? [];
  return (
    <Select
      aria-label={common.estate}
      className="filter-select"
      popupMatchSelectWidth={false}
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: common.allEstates },
        ...estates.map((item) => ({ value: item.id, label: item.name })),
      ]}
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
