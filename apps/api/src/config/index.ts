export { AppConfig } from './app-config';
export { ConfigModule } from './config.module';
export { readConfig, readServerConfig } from './read-config';
