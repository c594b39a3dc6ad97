import { ownerKindLabels, type HouseholdOnRoll } from '@jiati/contracts';
import type { PhoneOf } from '../../api/household';
import { DataTable } from '../../components/data-table';
import { MaskedPhone } from '../../components/masked-phone';
import { household as copy } from '../../copy/household';

interface Row {
  key: string;
  name: string;
  kind: string;
  masked: string | null;
  whose: PhoneOf;
}

/** Owners as on the roll, and the tenant of a public flat; a whole number only for a reason. */
export function OwnersTable({ household, writes }: { household: HouseholdOnRoll; writes: boolean }) {
  const rows: Row[] = household.owners.map((owner) => ({
    key: owner.id,
    name: owner.name,
    kind: ownerKindLabels[owner.kind],
    masked: owner.phoneMasked,
    whose: { owner: owner.id },
  }));
  if (household.tenant)
    rows.push({
      key: 'tenant',
      name: household.tenant.name,
      kind: copy.tenant,
      masked: household.tenant.phoneMasked,
      whose: { tenantOf: household.householdId },
    });
  return (
    <DataTable<Row>
      aria-label={copy.ownersCaption}
      rowKey="key"
      rows={rows}
      minWidth={520}
      columns={[
        { title: copy.owner, render: (_, row) => <strong>{row.name}</strong> },
        { title: copy.kind, dataIndex: 'kind' },
        {
          title: copy.phone,
          render: (_, row) => <MaskedPhone masked={row.masked} name={row.name} whose={row.whose} mayAsk={writes} />,
        },
      ]}
    />
  );
}
