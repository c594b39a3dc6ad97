export { addStairwell, bind, buildStairwell, type BuiltStairwell, type DoorSketch } from './builders';
export { Http, type Answer } from './http';
export { HOME, OFFICE_PLACES, OVER_THE_HILLS } from './places';
export {
  DEVICE_PIN,
  startTestApi,
  type LoginMore,
  type RemitSketch,
  type TestActor,
  type TestApi,
} from './start-test-api';
