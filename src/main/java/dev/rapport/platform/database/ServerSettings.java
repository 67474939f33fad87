package dev.rapport.platform.database;

import java.util.Map;
import java.util.TreeMap;

/** How PostgreSQL is told to run, over its own defaults. */
record ServerSettings(Map<String, String> values) {

    /** For a founder's data on a machine whose 512 MB are shared with the application. */
    static ServerSettings durable() {
        return new ServerSettings(Map.of())
                // The library starts PostgreSQL with -F; only these make an acknowledged write outlive a crash.
                .with("fsync", "on")
                .with("synchronous_commit", "on")
                .with("full_page_writes", "on")
                // This machine only, and by password: a socket in /tmp would be a second door.
                .with("listen_addresses", "127.0.0.1")
                .with("unix_socket_directories", "")
                // A pool of 10, and room for a dump and the owner's own tools; each connection costs some MB.
                .with("max_connections", "30")
                .with("shared_buffers", "48MB")
                .with("effective_cache_size", "128MB")
                .with("work_mem", "4MB")
                .with("maintenance_work_mem", "32MB")
                // The default keeps three processes to read ahead for big machines.
                .with("io_method", "sync")
                .with("max_parallel_workers_per_gather", "0")
                .with("max_wal_senders", "0")
                .with("max_logical_replication_workers", "0")
                .with("autovacuum_max_workers", "1")
                // Compiling a plan costs memory and, on queries as short as ours, more time than it saves.
                .with("jit", "off")
                // Founders' disks are flash: an index page costs hardly more than the next page.
                .with("random_page_cost", "1.1")
                // At most this much is replayed after a crash, so that the next start takes seconds.
                .with("max_wal_size", "512MB")
                // Much is logged at once by imports only: not in pieces of a thirty-second of the shared buffers.
                .with("wal_buffers", "4MB")
                // The log is for failures of the server. Statements and keys in it would keep erased people's data.
                .with("log_checkpoints", "off")
                .with("log_min_error_statement", "panic")
                .with("log_error_verbosity", "terse");
    }

    ServerSettings with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new ServerSettings(more);
    }
}
