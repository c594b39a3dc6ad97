/** The few of Taro's calls that pages make, recorded instead of carried out. */
const visited: string[] = [];

const Taro = {
  visited,
  navigateTo: ({ url }: { url: string }) => Promise.resolve(visited.push(url)),
  redirectTo: ({ url }: { url: string }) => Promise.resolve(visited.push(url)),
  reLaunch: ({ url }: { url: string }) => Promise.resolve(visited.push(url)),
  navigateBack: () => Promise.resolve(visited.pop()),
  getCurrentPages: () => [{}],
  makePhoneCall: () => Promise.resolve(),
  onNetworkStatusChange: () => {},
  offNetworkStatusChange: () => {},
};

export default Taro;
export const useRouter = () => ({ params: {} });
export const useDidShow = (_listener: () => void) => {};
