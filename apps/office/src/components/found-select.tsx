import { Select, type SelectProps } from 'antd';
import { common } from '../copy/common';

/** What a select may be told about its looks and about the field around it. */
export type SelectLook = Pick<
  SelectProps<string>,
  'id' | 'status' | 'className' | 'aria-label' | 'aria-describedby' | 'aria-invalid'
>;

interface Choice {
  value: string;
  label: string;
}

interface FoundSelectProps extends SelectLook {
  value: string;
  onChange: (value: string) => void;
  typed: string;
  onType: (text: string) => void;
  /** What was found by what is typed; the first of all while nothing is. */
  found: readonly Choice[];
  /** Whether there are others that only typing finds. */
  hasMore: boolean;
  /** The words for what is chosen, when it is not among what was found. */
  chosen: string | undefined;
  /** The words for no choice at all; without them one must be made. */
  all?: string | undefined;
  /** What to say when there is nothing to choose from. */
  none?: string | undefined;
}

/** One of a list that may be too long to be sent whole: the first can be picked at once, the others by typing. */
export function FoundSelect(props: FoundSelectProps) {
  const { value, onChange, typed, onType, found, hasMore, chosen, all, none, ...look } = props;
  const isMissing = value !== '' && !found.some((choice) => choice.value === value);
  const options = [
    ...(typed === '' && all !== undefined ? [{ value: '', label: all }] : []),
    // Above the others: at the end of a long list nobody would see it.
    ...(hasMore ? [{ value: 'more', label: common.typeForMore, disabled: true }] : []),
    ...(typed === '' && isMissing ? [{ value, label: chosen ?? common.loading }] : []),
    ...found,
  ];
  return (
    <Select<string | null>
      {...look}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: false, onSearch: onType }}
      notFoundContent={typed === '' ? none : common.emptyFiltered}
      value={value === '' && all === undefined ? null : value}
      onChange={(id) => onChange(id ?? '')}
      onOpenChange={(isOpen) => {
        // Opened again, it begins with everything.
        if (!isOpen) onType('');
      }}
      options={options}
    />
  );
}
