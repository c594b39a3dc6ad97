import { Page, Para, Button, GateBar } from '@/components/kit';
import { appName } from '@/copy/common';
export default function APage() {
  return (
    <Page title={appName} first action={<Button onPress={() => {}}>x</Button>}>
      <Para>…</Para>
      <GateBar label="a" figure="8 / 12" filled={0.66} required={0.66} requiredLabel="8" />
    </Page>
  );
}
