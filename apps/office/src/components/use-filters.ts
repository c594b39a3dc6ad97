import { useSearchParams } from 'react-router-dom';

/** The filters of a list as they stand in the address, so that a link can name them. An empty value leaves the address. */
export function useFilters(): { params: URLSearchParams; set: (changes: Record<string, string>) => void } {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setParams(next, { replace: true });
  };
  return { params, set };
}

/** The value of a filter when it is one of a table's keys; else nothing is filtered. */
export function chosenOf<Key extends string>(params: URLSearchParams, name: string, table: Record<Key, unknown>) {
  const value = params.get(name) ?? '';
  return value in table ? (value as Key) : undefined;
}
