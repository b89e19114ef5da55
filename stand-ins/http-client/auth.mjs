export * from 'http-client-itself/lib/auth';
