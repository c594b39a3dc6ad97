export { bind, buildStairwell, type BuiltStairwell, type DoorSketch } from './builders';
export { Http, type Answer } from './http';
export { startTestApi, type TestActor, type TestApi } from './start-test-api';
