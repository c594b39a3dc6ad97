import { Vault } from '../../../src/platform/vault';
import { freshPhone, type World } from '../world';
import { officers, type Operations } from './shape';

const body = { reason: '约上门时间，请本人在家' };

const ownerOf = async ({ api, household }: World) => {
  const [{ id }] = await api.dataSource.query('SELECT owner_id AS id FROM ownerships WHERE household_id = $1', [
    household,
  ]);
  return { path: { id }, body };
};
const tenantOf = async ({ api, household }: World) => {
  const { phoneSealed, phoneIndex } = api.app
    .get(Vault)
    .sealPhone('public_housing_tenants.phone', household, freshPhone());
  await api.dataSource.query(
    `INSERT INTO public_housing_tenants (household_id, name, phone_sealed, phone_index) VALUES ($1, '周师傅', $2, $3)
     ON CONFLICT DO NOTHING`,
    [household, phoneSealed, phoneIndex],
  );
  return { path: { id: household }, body };
};
const volunteerOf = async ({ api, volunteer }: World) => {
  const { accountId } = volunteer.actor;
  const { phoneSealed, phoneIndex } = api.app.get(Vault).sealPhone('accounts.phone', accountId, freshPhone());
  await api.dataSource.query('UPDATE accounts SET phone_sealed = $2, phone_index = $3 WHERE id = $1', [
    accountId,
    phoneSealed,
    phoneIndex,
  ]);
  return { path: { id: accountId }, body };
};

/** Whole numbers: an officer's, within the officer's own neighbourhood, and nobody else's. */
export const phoneOperations: Operations = {
  unmaskOwnerPhone: { ask: ownerOf, answers: officers(200, 404), showsPhone: true },
  unmaskTenantPhone: { ask: tenantOf, answers: officers(200, 404), showsPhone: true },
  unmaskPersonPhone: { ask: volunteerOf, answers: officers(200, 404), showsPhone: true },
};
