import { useStopHelping } from '@/api/helper';
import { useSession } from '@/api/session';
import { helperCopy as copy } from '@/copy/helper';
import { Box, Press, Txt } from '@/platform/elements';

/** On every page while somebody helps: who it is, and the way to end it. */
export function HelperStrip() {
  const helper = useSession().data?.helper;
  const stop = useStopHelping();
  if (!helper) return null;
  return (
    <Box as="section" className="helper-strip" label={copy.strip(helper)}>
      <Box className="helper-strip-inner">
        <Txt className="helper-strip-words">{copy.strip(helper)}</Txt>
        <Press className="text-button" onPress={() => stop.mutate()} disabled={stop.isPending}>
          <Txt>{stop.isPending ? copy.stopping : copy.stop}</Txt>
        </Press>
      </Box>
    </Box>
  );
}
