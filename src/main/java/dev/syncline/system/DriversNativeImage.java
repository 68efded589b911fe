package dev.syncline.system;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Registers the classes that database drivers load by name, which a native image would leave out. MariaDB's codecs,
 * sockets and authentication plug-ins are services; their files are listed in {@code
 * quarkus.native.resources.includes}. Two of these files replace the driver's own ({@code
 * quarkus.class-loading.removed-resources}), as an image cannot link its plug-ins for GSSAPI and AWS. SQL Server's
 * driver has no services; Quarkus registers the classes that it loads by name.
 */
@RegisterForReflection(
        classNames = {
            "org.mariadb.jdbc.Configuration",
            "org.mariadb.jdbc.Configuration$Builder",
            "org.mariadb.jdbc.plugin.codec.BigDecimalCodec",
            "org.mariadb.jdbc.plugin.codec.BigIntegerCodec",
            "org.mariadb.jdbc.plugin.codec.BitSetCodec",
            "org.mariadb.jdbc.plugin.codec.BlobCodec",
            "org.mariadb.jdbc.plugin.codec.BooleanCodec",
            "org.mariadb.jdbc.plugin.codec.ByteArrayCodec",
            "org.mariadb.jdbc.plugin.codec.ByteCodec",
            "org.mariadb.jdbc.plugin.codec.ClobCodec",
            "org.mariadb.jdbc.plugin.codec.DateCodec",
            "org.mariadb.jdbc.plugin.codec.DoubleCodec",
            "org.mariadb.jdbc.plugin.codec.DurationCodec",
            "org.mariadb.jdbc.plugin.codec.FloatArrayCodec",
            "org.mariadb.jdbc.plugin.codec.FloatCodec",
            "org.mariadb.jdbc.plugin.codec.FloatObjectArrayCodec",
            "org.mariadb.jdbc.plugin.codec.GeometryCollectionCodec",
            "org.mariadb.jdbc.plugin.codec.InstantCodec",
            "org.mariadb.jdbc.plugin.codec.IntCodec",
            "org.mariadb.jdbc.plugin.codec.LineStringCodec",
            "org.mariadb.jdbc.plugin.codec.LocalDateCodec",
            "org.mariadb.jdbc.plugin.codec.LocalDateTimeCodec",
            "org.mariadb.jdbc.plugin.codec.LocalTimeCodec",
            "org.mariadb.jdbc.plugin.codec.LongCodec",
            "org.mariadb.jdbc.plugin.codec.MultiLinestringCodec",
            "org.mariadb.jdbc.plugin.codec.MultiPointCodec",
            "org.mariadb.jdbc.plugin.codec.MultiPolygonCodec",
            "org.mariadb.jdbc.plugin.codec.OffsetDateTimeCodec",
            "org.mariadb.jdbc.plugin.codec.PointCodec",
            "org.mariadb.jdbc.plugin.codec.PolygonCodec",
            "org.mariadb.jdbc.plugin.codec.ReaderCodec",
            "org.mariadb.jdbc.plugin.codec.ShortCodec",
            "org.mariadb.jdbc.plugin.codec.StreamCodec",
            "org.mariadb.jdbc.plugin.codec.StringCodec",
            "org.mariadb.jdbc.plugin.codec.TimeCodec",
            "org.mariadb.jdbc.plugin.codec.TimestampCodec",
            "org.mariadb.jdbc.plugin.codec.UuidCodec",
            "org.mariadb.jdbc.plugin.codec.ZonedDateTimeCodec",
            "org.mariadb.jdbc.plugin.authentication.addon.ClearPasswordPluginFactory",
            "org.mariadb.jdbc.plugin.authentication.standard.CachingSha2PasswordPluginFactory",
            "org.mariadb.jdbc.plugin.authentication.standard.Ed25519PasswordPluginFactory",
            "org.mariadb.jdbc.plugin.authentication.standard.NativePasswordPluginFactory",
            "org.mariadb.jdbc.plugin.authentication.standard.ParsecPasswordPluginFactory",
            "org.mariadb.jdbc.plugin.authentication.standard.SendPamAuthPacketFactory",
            "org.mariadb.jdbc.plugin.credential.env.EnvCredentialPlugin",
            "org.mariadb.jdbc.plugin.credential.system.PropertiesCredentialPlugin",
            "org.mariadb.jdbc.plugin.tls.main.DefaultTlsSocketPlugin",
            "org.postgresql.ssl.DefaultJavaSSLFactory"
        })
final class DriversNativeImage {
    private DriversNativeImage() {}
}
