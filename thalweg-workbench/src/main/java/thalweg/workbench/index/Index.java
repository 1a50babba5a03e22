package thalweg.workbench.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/// One table of runs in `.index.sqlite`. It holds nothing that the folders do not say.
///
/// Several processes may use it at once: each writes in one transaction and waits for the others. The rollback journal
/// is kept, not the write-ahead log, which needs shared memory that network file systems lack.
final class Index implements AutoCloseable {
    private static final int VERSION = 1;
    private static final String COLUMNS = "number, experiment, state, ending, seed, began, seconds, verdict";

    private final Connection connection;

    private Index(Connection connection) {
        this.connection = connection;
    }

    static Path file(Path collection) {
        return collection.resolve(".index.sqlite");
    }

    /// Opens or makes the index of a collection.
    static Index open(Path collection) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", "5000");
        settings.setProperty("synchronous", "OFF");
        Index index = new Index(JDBC.createConnection(JDBC.PREFIX + file(collection), settings));
        try {
            index.prepare();
            return index;
        } catch (SQLException e) {
            index.close();
            throw e;
        }
    }

    /// Removes an index that cannot be read.
    static void discard(Path collection) throws IOException {
        Files.deleteIfExists(file(collection));
        Files.deleteIfExists(collection.resolve(".index.sqlite-journal"));
    }

    private void prepare() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet found = statement.executeQuery("pragma user_version")) {
                version = found.getInt(1);
            }
            if (version != VERSION) {
                statement.execute("begin immediate");
                statement.execute("drop table if exists run");
                statement.execute("create table run (number integer primary key, experiment text, state text,"
                        + " ending text, seed text, began text, seconds real, verdict text)");
                statement.execute("pragma user_version = " + VERSION);
                statement.execute("commit");
            }
        }
    }

    /// All runs in the order of their numbers.
    List<Entry> entries() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select " + COLUMNS + " from run order by number")) {
            while (row.next()) {
                double seconds = row.getDouble(7);
                entries.add(new Entry(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.wasNull() ? Double.NaN : seconds,
                        row.getString(8)));
            }
        }
        return entries;
    }

    /// Writes and removes runs, all or none.
    void change(Collection<Entry> written, Collection<Integer> removed) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try (PreparedStatement put =
                    connection.prepareStatement("replace into run (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Entry entry : written) {
                    put(put, entry);
                }
            }
            try (PreparedStatement remove = connection.prepareStatement("delete from run where number = ?")) {
                for (int number : removed) {
                    remove.setInt(1, number);
                    remove.executeUpdate();
                }
            }
            statement.execute("commit");
        }
    }

    private static void put(PreparedStatement put, Entry entry) throws SQLException {
        put.setInt(1, entry.number());
        put.setString(2, entry.experiment());
        put.setString(3, entry.state());
        put.setString(4, entry.ending());
        put.setString(5, entry.seed());
        put.setString(6, entry.began());
        if (Double.isNaN(entry.seconds())) {
            put.setNull(7, java.sql.Types.REAL);
        } else {
            put.setDouble(7, entry.seconds());
        }
        put.setString(8, entry.verdict());
        put.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
