import { Input } from 'antd';
import { useState } from 'react';
import { common } from '../copy/common';

interface SearchFieldProps {
  /** What may be typed, in few words; `hint` in more, for screen readers. */
  label: string;
  hint?: string;
  maxLength: number;
  value: string;
  onSearch: (text: string) => void;
}

/** What a list is searched by. It is searched when asked to, not with every letter. */
export function SearchField({ label, hint = label, maxLength, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [searched, setSearched] = useState(value);
  if (searched !== value) {
    // The address has changed: it may be another link to the same list.
    setSearched(value);
    setText(value);
  }
  return (
    <Input.Search
      allowClear
      className="filter-search"
      aria-label={hint}
      placeholder={label}
      maxLength={maxLength}
      enterButton={common.search}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onSearch={(typed) => onSearch(typed.trim())}
    />
  );
}
