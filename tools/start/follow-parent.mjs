// Loaded before the API's own code: when the process that started the API is gone (even killed), the API stops as on
// Ctrl-C instead of living on and holding its port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
