import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, loadEnv } from 'vite';

/**
 * The console is served by the API under /office/. In development the API answers on its own port and is reached
 * through the proxy, so that the session cookie stays on one origin.
 */
export default defineConfig(({ mode }) => ({
  base: '/office/',
  plugins: [react()],
  // 'source' reads the workspace packages from src, so nothing has to be built first.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // The content security policy forbids inline scripts; a data: URL is no help either.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What changes rarely is cached apart from what we write.
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|react-router-dom|@tanstack)[\\/]/,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 4782,
    strictPort: true,
    proxy: { '/api': loadEnv(mode, import.meta.dirname, 'JIATI_')['JIATI_API'] ?? 'http://127.0.0.1:4780' },
  },
}));
