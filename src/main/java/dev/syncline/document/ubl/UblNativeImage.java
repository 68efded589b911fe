package dev.syncline.document.ubl;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Registers the classes of ph-ubl and of the parsers below it that are created by name at run time, which a native
 * image would leave out: adapters of dates and texts, services of the ph-* libraries, factories of the JDK.
 * {@code META-INF/native-image} names the classes of the documents; {@code quarkus.native.resources.includes} lists
 * schemas and service files.
 */
@RegisterForReflection(
        classNames = {
            "com.helger.jaxb.adapter.AdapterXMLOffsetDate",
            "com.helger.jaxb.adapter.AdapterXMLOffsetDateTime",
            "com.helger.jaxb.adapter.AdapterXMLOffsetTime",
            "com.helger.base.cleanup.BaseCleanUpRegistrarSPI",
            "com.helger.base.thirdparty.ThirdPartyModuleProvider_ph_base",
            "com.helger.cache.cleanup.CacheCleanUpRegistrarSPI",
            "com.helger.datetime.typeconvert.DateTimeTypeConverterRegistrar",
            "com.helger.io.typeconvert.IOTypeConverterRegistrar",
            "com.helger.mime.cleanup.MimeCleanUpRegistrarSPI",
            "com.helger.text.cleanup.TextCleanUpRegistrarSPI",
            "com.helger.text.typeconvert.LocaleTypeConverterRegistrar",
            "com.helger.typeconvert.cleanup.TypeConvertCleanUpRegistrarSPI",
            "com.helger.typeconvert.spi.BaseTypeConverterRegistrar",
            "com.helger.typeconvert.spi.CharsetTypeConverterRegistrar",
            "com.helger.typeconvert.spi.CollectionTypeConverterRegistrar",
            "com.helger.typeconvert.spi.MutableTypeConverterRegistrar",
            "com.helger.xml.cleanup.XMLCleanUpRegistrarSPI",
            "com.helger.xml.microdom.convert.BasicMicroTypeConverterRegistrar",
            "com.helger.xml.microdom.convert.MultilingualTextMicroTypeConverterRegistrar",
            "com.helger.xml.util.mime.MimeTypeInfoMicroTypeConverterRegistrar",
            "com.sun.org.apache.xerces.internal.impl.dv.xs.ExtendedSchemaDVFactoryImpl",
            "com.sun.org.apache.xerces.internal.impl.dv.xs.SchemaDVFactoryImpl",
            "com.sun.org.apache.xerces.internal.jaxp.datatype.DatatypeFactoryImpl",
            "com.sun.org.apache.xerces.internal.jaxp.validation.XMLSchemaFactory",
            "com.sun.xml.internal.stream.XMLInputFactoryImpl",
            "jakarta.xml.bind.annotation.adapters.CollapsedStringAdapter",
            "jakarta.xml.bind.annotation.adapters.NormalizedStringAdapter"
        })
final class UblNativeImage {
    private UblNativeImage() {}
}
